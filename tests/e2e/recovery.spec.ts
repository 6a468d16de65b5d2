import { expect, test } from './fixtures.ts';

const page = '/conditions/plantar-fasciitis';

test('the slider redraws the curve without loading the page anew', async ({ page: browser, complaints }) => {
	await browser.goto(`${page}?clinic=harbour`, { waitUntil: 'networkidle' });
	await browser.evaluate(() => document.body.setAttribute('data-same-page', ''));
	const slider = browser.getByRole('slider', { name: 'What if those who left did worse?' });
	await slider.focus();
	await browser.keyboard.press('ArrowRight');
	await expect(browser).toHaveURL(/[?&]delta=0\.5(&|$)/);
	await expect(browser).toHaveURL(/[?&]clinic=harbour(&|$)/);
	await expect(browser.getByText('those who left 0.5 worse').first()).toBeVisible();
	await expect(browser.locator('body[data-same-page]')).toHaveCount(1);
	await expect(slider).toBeFocused();
	expect(complaints).toEqual([]);
});

test('the page by clinic and by week names both', async ({ page: browser, complaints }) => {
	await browser.goto(page);
	await browser.getByRole('link', { name: 'By clinic' }).click();
	await expect(browser).toHaveURL(/[?&]by=clinic$/);
	await browser.getByRole('link', { name: 'Week by week' }).click();
	await expect(browser).toHaveURL(/[?&]by=clinic&axis=weeks$/);
	await expect(browser.getByRole('heading', { name: /by week since the first visit and clinic/ })).toBeVisible();
	expect(complaints).toEqual([]);
});

test('an answer by clinic withholds small ones and names the rest in order', async ({ request }) => {
	const { groups } = await (await request.get('/api/recovery?condition=hip-pain&by=clinic')).json();
	const names: string[] = groups.map(({ clinic }: { clinic: string }) => clinic);
	expect(names.length).toBeGreaterThan(1);
	expect(names).toEqual([...names].sort());
});

test.describe('without JavaScript', () => {
	test.use({ javaScriptEnabled: false });

	test('the slider has a button that keeps the other choices', async ({ page: browser }) => {
		await browser.goto(`${page}?delta=2&axis=weeks`);
		await browser.getByRole('button', { name: 'Show' }).click();
		await expect(browser).toHaveURL(/axis=weeks/);
		await expect(browser).toHaveURL(/delta=2/);
		await expect(browser.getByText('those who left 2.0 worse').first()).toBeVisible();
	});
});
