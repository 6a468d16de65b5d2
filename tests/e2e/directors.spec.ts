import { expect, test } from './fixtures.ts';

test('one protocol has nothing to be compared with, and two are compared with one another', async ({ page }) => {
	await page.goto('/protocols');
	const options = page.locator('input[name=protocol]');
	const chosen = await options.evaluateAll((boxes) => boxes.slice(0, 2).map((box) => ({ value: box.getAttribute('value') ?? '', label: box.parentElement?.querySelector('span')?.textContent ?? '' })));
	const [one, other] = chosen;
	await page.goto(`/protocols?protocol=${one?.value}`);
	await expect(page.getByText('Tick a second one under Protocol')).toBeVisible();
	await page.goto(`/protocols?protocol=${one?.value}&protocol=${other?.value}`);
	for (const { label } of chosen) await expect(page.locator('figcaption').first()).toContainText(label);
});

test('limits of the chart by month start anew from the month that is chosen, filters kept', async ({ page }) => {
	await page.goto('/trend?sex=female');
	const month = await page.locator('select[name=rebase] option').nth(10).getAttribute('value');
	await page.locator('select[name=rebase]').selectOption(month);
	await expect(page).toHaveURL(new RegExp(`sex=female.*rebase=${month}`));
	await expect(page.locator('select[name=rebase]')).toHaveValue(month ?? '');
	const given: unknown = await (await page.request.get(`/api/trend?sex=female&rebase=${month}`)).json();
	expect(given).toMatchObject({ response: { phases: [{}, { from: month }] } });
});

test('on a phone the pages are in a menu, which closes behind the reader', async ({ page }) => {
	await page.setViewportSize({ width: 360, height: 740 });
	await page.goto('/');
	const cost = page.getByRole('navigation', { name: 'Main' }).getByRole('link', { name: 'Cost' });
	await expect(cost).toBeHidden();
	await page.getByText('Menu', { exact: true }).click();
	await cost.click();
	await expect(page).toHaveURL(/\/cost$/);
	await expect(page.getByRole('heading', { level: 1 })).toContainText('cost');
	await expect(page.getByRole('navigation', { name: 'Main' }).getByRole('link', { name: 'Cost' })).toBeHidden();
});

test('conditions start with one, the filters kept', async ({ page }) => {
	await page.goto('/conditions?sex=female');
	await expect(page).toHaveURL(/\/conditions\/[a-z-]+\?sex=female$/);
	await expect(page.getByRole('navigation', { name: 'Conditions' }).locator('[aria-current]')).toHaveCount(1);
});

test('the page of a condition goes on to response, prognosis, protocols and soreness, its figures numbered through', async ({ page }) => {
	await page.goto('/conditions/plantar-fasciitis');
	for (const name of ['When they responded', 'No response yet: when to think again', 'Protocols compared', 'The days after a visit']) await expect(page.getByRole('heading', { level: 2, name })).toBeVisible();
	const numbers = await page.locator('figcaption .label').allTextContents();
	expect(numbers).toEqual(numbers.map((_, index) => `Figure ${index + 1}`));
	expect(numbers.length).toBeGreaterThan(6);
});

test('the outcomes print on one page', async ({ page }) => {
	await page.goto('/', { waitUntil: 'networkidle' });
	const pdf = await page.pdf({ preferCSSPageSize: true, printBackground: true });
	expect(pdf.toString('latin1').match(/\/Type\s*\/Page\b(?!s)/g)).toHaveLength(1);
});
