import AxeBuilder from '@axe-core/playwright';
import type { Page } from '@playwright/test';
import { expect, test } from './fixtures.ts';

const condition = '/conditions/plantar-fasciitis';
const two = `${condition}?protocol=dry-needling-retained&compare=protocol:exercise-only`;

test('two groups of a condition stand beside one another, on the same axes', async ({ page, complaints }) => {
	await page.goto(two, { waitUntil: 'networkidle' });
	await expect(page.getByRole('heading', { level: 2, name: /^A Dry needling.+ beside B Exercise only$/ })).toBeVisible();
	await expect(page.getByText('nothing here is adjusted for that')).toBeVisible();
	await expect(page.getByRole('link', { name: 'These protocols for patients alike in what is recorded' })).toHaveAttribute('href', /^\/protocols\?.*protocol=dry-needling-retained&protocol=exercise-only/);
	const figures = page.locator('.pair').first().locator('figure');
	await expect(figures).toHaveCount(2);
	const [a, b] = await figures.evaluateAll((all) => all.map((figure) => figure.querySelector('svg.plot')?.getBoundingClientRect().toJSON()));
	expect([b?.top, b?.width]).toEqual([a?.top, a?.width]);
	expect(await sessionPlaces(page, 0)).toEqual(await sessionPlaces(page, 1));
	expect(complaints).toEqual([]);
});

test('a second group is kept by other filters, and given up again, without a new page', async ({ page }) => {
	const patient = { timeout: 20_000 };
	await page.goto('/cost?sex=female', { waitUntil: 'networkidle' });
	await page.evaluate(() => document.body.setAttribute('data-same-page', ''));
	await page.getByLabel('Compare with').selectOption('clinic:harbour');
	await expect(page).toHaveURL(/sex=female&compare=clinic%3Aharbour$/, patient);
	await expect(page.getByText('Some episodes may be in both groups.')).toBeVisible();
	await page.getByRole('list', { name: 'Filters in force' }).getByRole('link', { name: /Female/ }).click();
	await expect(page).toHaveURL(/\/cost\?compare=clinic%3Aharbour$/, patient);
	await page.getByRole('link', { name: 'Stop comparing' }).click();
	await expect(page).toHaveURL(/\/cost$/, patient);
	await page.goBack();
	await expect(page.getByRole('link', { name: 'Stop comparing' })).toBeVisible(patient);
	await expect(page.locator('body[data-same-page]')).toHaveCount(1);
});

for (const path of ['/questions/response?condition=plantar-fasciitis&compare=sex:male', '/cost?compare=payer:insurance', '/trend?clinic=harbour&compare=clinic:hillside', '/protocols?sex=female&compare=sex:male'])
	test(`${path} shows two groups`, async ({ page, complaints }) => {
		await page.goto(path, { waitUntil: 'networkidle' });
		await expect(page.getByRole('region', { name: /^A .+ beside B / })).toBeVisible();
		expect(await page.locator('.pair figure svg.plot').count()).toBeGreaterThan(1);
		expect(complaints).toEqual([]);
	});

test('a group that is too small is withheld, and the other is shown', async ({ page, request }) => {
	const small = await (await request.get('/api/overview?condition=hip-pain&protocol=dry-needling-pistoning-ultrasound')).json();
	expect(small.all.episodes).toBeNull();
	await page.goto('/conditions/hip-pain?compare=protocol:dry-needling-pistoning-ultrasound');
	await expect(page.getByText('Withheld: too few patients of this group').first()).toBeVisible();
	await expect(page.getByRole('cell', { name: 'withheld', exact: true }).first()).toBeVisible();
	expect(await page.locator('.pair figure svg.plot').count()).toBeGreaterThan(0);
});

test('what the codebook lacks is not found', async ({ request }) => {
	expect((await request.get('/cost?compare=protocol:no-such')).status()).toBe(404);
});

test('two groups meet WCAG 2.2 AA, fit a phone, and print side by side', async ({ page }) => {
	await page.setViewportSize({ width: 360, height: 740 });
	await page.goto(two, { waitUntil: 'networkidle' });
	expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(360);
	const { violations } = await new AxeBuilder({ page }).withTags(['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa']).analyze();
	expect(violations.map(({ id }) => id)).toEqual([]);
	await page.emulateMedia({ media: 'print' });
	await page.setViewportSize({ width: 720, height: 1000 });
	const tops = await page.locator('.pair').first().locator('figure').evaluateAll((all) => all.map((figure) => figure.getBoundingClientRect().top));
	expect(new Set(tops).size).toBe(1);
});

test.describe('without JavaScript', () => {
	test.use({ javaScriptEnabled: false });

	test('a second group is chosen and shown', async ({ page }) => {
		await page.goto(condition);
		await page.getByLabel('Compare with').selectOption('sex:male');
		await page.getByRole('button', { name: 'Compare' }).click();
		await expect(page).toHaveURL(/compare=sex%3Amale/);
		expect(await page.locator('.pair figure svg.plot').count()).toBeGreaterThan(2);
	});
});

/** Where the last session numbers and the name of their axis stand in the first figure of a side. */
async function sessionPlaces(page: Page, side: number): Promise<string[]> {
	return page.locator('.pair').first().locator('figure').nth(side).locator('svg.plot text').evaluateAll((texts) => texts.slice(-4).map((text) => `${text.textContent} ${text.getAttribute('transform')}`));
}
