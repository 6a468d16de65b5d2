import type { Page } from '@playwright/test';
import { expect, pages, test } from './fixtures.ts';

const most = 120_000;
const heaviest = ['/questions/response', '/questions/variation', '/questions/dose', '/questions/completeness', '/questions/recovery', '/conditions/low-back-pain', '/data/import'] as const;

for (const path of new Set([...pages, ...heaviest]))
	test(`${path} loads in at most 120 kB`, async ({ page }, { annotations }) => {
		const bytes = await bytesOf(page, path);
		annotations.push({ type: 'bytes', description: String(bytes) });
		expect(bytes).toBeGreaterThan(20_000);
		expect(bytes).toBeLessThanOrEqual(most);
	});

for (const [language, locale] of Object.entries({ German: 'de-DE', French: 'fr-FR', Polish: 'pl-PL' }))
	test.describe(`with ${language} months`, () => {
		test.use({ locale });

		for (const path of ['/trend', '/data', '/conditions/low-back-pain'])
			test(`${path} loads in at most 120 kB`, async ({ page }) => {
				expect(await bytesOf(page, path)).toBeLessThanOrEqual(most);
			});
	});

test('a chart comes once with a page, stays when the page wakes, and comes with the data of the next one', async ({ page, complaints }) => {
	await page.goto('/conditions/plantar-fasciitis', { waitUntil: 'networkidle' });
	await expect(page.getByRole('slider').first()).toBeVisible();
	const charts = page.locator('figure svg.plot');
	const before = await charts.evaluateAll((all) => all.map((chart) => chart.outerHTML));
	expect(before.length).toBeGreaterThan(10);
	expect(await page.locator('script:not([src])').evaluateAll((all) => all.some((script) => script.textContent.includes('viewBox')))).toBe(false);
	await page.evaluate(() => document.body.setAttribute('data-same-page', ''));
	await page.getByRole('navigation', { name: 'Conditions' }).getByRole('link').nth(1).click();
	await expect(page).toHaveURL(/\/conditions\/(?!plantar)/, { timeout: 20_000 });
	await expect.poll(() => charts.first().evaluate((chart) => chart.outerHTML)).not.toBe(before[0]);
	await page.goBack();
	await expect.poll(() => charts.evaluateAll((all) => all.map((chart) => chart.outerHTML)), { timeout: 20_000 }).toEqual(before);
	await expect(page.locator('body[data-same-page]')).toHaveCount(1);
	expect(complaints).toEqual([]);
});

test('a page whose markup was tampered with on its way has its charts all the same', async ({ page }) => {
	await page.route('**/safety', async (route) => {
		const response = await route.fetch();
		await route.fulfill({ response, body: (await response.text()).replace(/<main[\s\S]*?<h1[\s\S]*?<\/h1>/u, '<main><svg></svg>') });
	});
	await page.goto('/safety', { waitUntil: 'networkidle' });
	await expect(page.getByRole('heading', { level: 1 })).toBeVisible();
	await expect(page.locator('figure svg.plot').first()).toBeAttached();
	await expect(page.getByRole('slider').first()).toBeVisible();
});

/** All that comes over the wire for a first look at a page: headers and packed bodies. */
async function bytesOf(page: Page, path: string): Promise<number> {
	const session = await page.context().newCDPSession(page);
	await session.send('Network.enable');
	let bytes = 0;
	session.on('Network.loadingFinished', ({ encodedDataLength }) => (bytes += encodedDataLength));
	expect((await page.goto(path, { waitUntil: 'networkidle' }))?.status()).toBe(200);
	return bytes;
}
