import AxeBuilder from '@axe-core/playwright';
import type { Page } from '@playwright/test';
import { chartedPages, expect, pages, test } from './fixtures.ts';

const wcag22aa = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa'];

for (const path of pages) {
	test(`${path} answers, says that its data are synthetic, and complains of nothing`, async ({ page, complaints }) => {
		const response = await page.goto(path, { waitUntil: 'networkidle' });
		expect(response?.status()).toBe(200);
		await expect(page.getByText(/synthetic/i).first()).toBeVisible();
		expect(complaints).toEqual([]);
	});

	test(`${path} fits a screen of 360 pixels`, async ({ page }) => {
		await page.setViewportSize({ width: 360, height: 740 });
		expect((await page.goto(path, { waitUntil: 'networkidle' }))?.status()).toBe(200);
		expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(360);
	});

	for (const colorScheme of ['light', 'dark'] as const) {
		test(`${path} meets WCAG 2.2 AA in ${colorScheme} colours`, async ({ page }) => {
			await page.emulateMedia({ colorScheme });
			await page.goto(path, { waitUntil: 'networkidle' });
			const { violations } = await new AxeBuilder({ page }).withTags(wcag22aa).analyze();
			expect(violations.map(({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html.slice(0, 200)).join(' ')}`)).toEqual([]);
		});
	}
}

for (const path of chartedPages) {
	test(`${path} has its charts in the HTML`, async ({ request }) => {
		const html = await (await request.get(path)).text();
		expect(html).toMatch(/<svg[\s\S]*?<path/);
	});
}

test('an unknown condition is not found', async ({ request }) => {
	expect((await request.get('/conditions/no-such-condition')).status()).toBe(404);
});

test.describe('without JavaScript', () => {
	test.use({ javaScriptEnabled: false });

	for (const path of chartedPages) {
		test(`${path} shows a chart`, async ({ page }) => {
			await page.goto(path);
			const widths = await page.locator('svg').evaluateAll((charts) => charts.map((chart) => chart.getBoundingClientRect().width));
			expect(Math.max(0, ...widths)).toBeGreaterThan(200);
		});
	}

	test('the filter form narrows what a page shows', async ({ page }) => {
		await page.goto('/conditions/plantar-fasciitis');
		const before = await page.locator('main').innerText();
		await chooseSomeProtocol(page);
		await page.locator('form[method=get]').getByRole('button').first().click();
		await expect(page).toHaveURL(/[?&]protocol=[^&]+/);
		expect(await page.locator('main').innerText()).not.toBe(before);
	});
});

async function chooseSomeProtocol(page: Page): Promise<void> {
	const form = page.locator('form[method=get]');
	const select = form.locator('select[name=protocol]');
	if ((await select.count()) > 0) {
		const values = await select.locator('option').evaluateAll((options) => options.map((option) => option.getAttribute('value') ?? ''));
		await select.selectOption(values.find((value) => value !== '') ?? '');
		return;
	}
	await form.locator('details:has(input[name=protocol]) > summary').click();
	await form.locator('input[name=protocol]').first().check();
}
