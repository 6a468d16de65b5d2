import type { Browser } from '@playwright/test';
import { chartedPages, expect, test } from './fixtures.ts';

/** The texts of all that is chosen and what names its pictures, as far as they hold a digit; but for what a page without scripts lacks or has alone. */
function numbersIn(chosen: string): string[] {
	const parts = [...document.querySelectorAll(chosen)];
	const named = parts.flatMap((part) => [...part.querySelectorAll('svg[aria-label]')].map((each) => each.getAttribute('aria-label') ?? ''));
	const texts = parts.flatMap((part) => {
		const walker = document.createTreeWalker(part, NodeFilter.SHOW_TEXT);
		const found: string[] = [];
		while (walker.nextNode() !== null) if (walker.currentNode.parentElement?.closest('script, .unscripted, [role=slider]') === null) found.push(walker.currentNode.textContent?.trim() ?? '');
		return found;
	});
	return [...texts, ...named].filter((text) => /\d/u.test(text)).sort();
}

async function shown(browser: Browser, url: string, options: Readonly<{ locale: string; javaScriptEnabled: boolean }>): Promise<string[]> {
	const context = await browser.newContext(options);
	const page = await context.newPage();
	await page.goto(url, { waitUntil: options.javaScriptEnabled ? 'networkidle' : 'load' });
	const texts = await page.evaluate(numbersIn, 'body');
	await context.close();
	return texts;
}

for (const locale of ['de-DE', 'fr-FR', 'en-US', 'ar-EG', 'ja-JP'])
	test(`a page in ${locale} stays as it came when it wakes`, async ({ browser, baseURL }) => {
		for (const path of ['/', '/conditions/plantar-fasciitis', '/trend']) {
			const came = await shown(browser, `${baseURL}${path}`, { locale, javaScriptEnabled: false });
			expect(came.length).toBeGreaterThan(15);
			expect(new Set(await shown(browser, `${baseURL}${path}`, { locale, javaScriptEnabled: true })), path).toEqual(new Set(came));
		}
	});

test.describe('a reader in Germany', () => {
	test.use({ locale: 'de-DE' });

	for (const path of chartedPages.filter((each) => each !== '/questions/response'))
		test(`finds no English number among the results of ${path}`, async ({ page }) => {
			await page.goto(path);
			const texts = await page.evaluate(numbersIn, 'h1, .lede, figure svg.plot, figure table, .margin');
			expect(texts.filter((text) => /\d[.,]\d/u.test(text)).length).toBeGreaterThan(2);
			expect(texts.filter((text) => /(?<![\d.])\d+\.\d{1,2}(?![\d.])|\d,\d{3}(?!\d)/u.test(text))).toEqual([]);
		});

	test('reads numbers, months and days as at home, in English words', async ({ page }) => {
		await page.goto('/trend');
		const figure = page.getByRole('figure').first();
		await expect(figure).toContainText(/Centre −\d,\d\d and limits −\d,\d\d to −\d,\d\d/);
		await expect(figure.locator('svg.plot').first()).toContainText('Mär');
		await expect(page.locator('footer time')).toHaveText(/^\d{1,2}\. \S+ 20\d\d, \d\d:\d\d UTC$/);
		await expect(page.locator('html')).toHaveAttribute('lang', 'en');
	});

	test('sees what is to be printed in the one form that it has, and the rest again as at home', async ({ page }) => {
		await page.goto('/trend', { waitUntil: 'networkidle' });
		await page.evaluate(() => document.body.setAttribute('data-same-page', ''));
		await page.getByRole('link', { name: 'Evidence', exact: true }).click();
		await expect(page).toHaveURL(/\/evidence$/);
		await expect(page.locator('footer time')).toHaveText(/^\d{1,2} [A-Z][a-z]+ 20\d\d, /);
		await page.getByRole('link', { name: 'Cost', exact: true }).click();
		await expect(page).toHaveURL(/\/cost$/);
		await expect(page.locator('footer time')).toHaveText(/^\d{1,2}\. /);
		await expect(page.locator('.lede')).toHaveText(/\d,\d/);
		await expect(page.locator('body[data-same-page]')).toHaveCount(1);
	});

	test('may choose English ones, and the page stays', async ({ page }) => {
		await page.goto('/cost?sex=female');
		const choice = page.getByRole('form', { name: 'Numbers and days' });
		await choice.getByRole('button', { name: 'English' }).click();
		await expect(page).toHaveURL(/\/cost\?sex=female$/);
		await expect(page.locator('.lede')).toHaveText(/\d\.\d/);
		await expect(page.locator('footer time')).toHaveText(/^\d{1,2} [A-Z][a-z]+ 20\d\d, /);
		await expect(choice.getByRole('button', { name: 'English' })).toHaveAttribute('aria-pressed', 'true');
		await choice.getByRole('button', { name: 'As the browser' }).click();
		await expect(page.locator('.lede')).toHaveText(/\d,\d/);
	});
});

test('a reader of English is asked for no choice', async ({ page }) => {
	await page.goto('/cost');
	await expect(page.getByRole('form', { name: 'Colours' })).toBeVisible();
	await expect(page.getByRole('form', { name: 'Numbers and days' })).toHaveCount(0);
});

test('two readers who ask at the same time never get a number of the other', async ({ baseURL }) => {
	const read = async (path: string, language: string) => (await fetch(`${baseURL}${path}`, { headers: { 'accept-language': language } })).text();
	const asked = ['/trend?sex=female', '/cost?sex=female', '/safety?sex=male', '/?sex=male', '/conditions/hip-pain?sex=female'].flatMap((path) => ['de-DE', 'en-GB', 'fr-FR'].map((language) => ({ path, language })));
	const together = await Promise.all([...asked, ...asked].map(async ({ path, language }) => read(path, language)));
	const alone: string[] = [];
	for (const { path, language } of asked) alone.push(await read(path, language));
	expect(together).toEqual([...alone, ...alone]);
	expect(new Set(alone).size).toBe(asked.length);
});

test('a page says that it differs by language, and has a tag for each', async ({ request }) => {
	const tags: (string | undefined)[] = [];
	for (const language of ['de-DE', 'en-GB']) {
		const headers = (await request.get('/cost', { headers: { 'accept-language': language } })).headers();
		expect(headers['vary']).toContain('accept-language');
		tags.push(headers['etag']);
		expect((await request.get('/cost', { headers: { 'accept-language': language, 'if-none-match': headers['etag'] ?? '' } })).status()).toBe(304);
	}
	expect(tags[0]).not.toBe(tags[1]);
});

for (const path of ['/api/recovery?condition=hip-pain', '/api/trend?format=csv', '/api/cost?format=xlsx', '/figures/trend/1.svg', '/figures/cost/1.png?size=card', '/evidence/build/fact-sheet.pdf?question=recovery&condition=hip-pain', '/share'])
	test(`${path} is the same for every reader`, async ({ request }) => {
		const [german, nobody] = await Promise.all(['de-DE', ''].map(async (language) => (await request.get(path, { headers: { 'accept-language': language } })).body()));
		expect(german?.length).toBeGreaterThan(500);
		expect(german?.equals(nobody ?? Buffer.of())).toBe(true);
	});
