import AxeBuilder from '@axe-core/playwright';
import sax from 'sax';
import { expect, test } from './fixtures.ts';

const curve = '/figures/recovery/1';
const condition = 'condition=plantar-fasciitis';
/** A question, and how many figures the sample has of it at least. */
const questions = [
	['recovery', 2],
	['departure', 1],
	['response', 2],
	['prognosis', 1],
	['comparison', 2],
	['variation', 2],
	['trend', 2],
	['dose', 1],
	['tolerability', 1],
	['cost', 1],
	['completeness', 2],
	['records', 2],
] as const;

for (const [question, least] of questions) {
	test(`the figures of ${question} stand alone, each under an address of its own`, async ({ request }) => {
		const missing = await request.get(`/figures/${question}/no-such-figure.svg?${condition}`, { headers: { accept: 'application/json' } });
		expect(missing.status()).toBe(404);
		const slugs = /; take (.+)"/u.exec(await missing.text())?.[1]?.split(', ') ?? [];
		expect(slugs.length).toBeGreaterThanOrEqual(least);
		expect(new Set(slugs).size).toBe(slugs.length);
		for (const [index, slug] of slugs.entries()) {
			const svg = await (await request.get(`/figures/${question}/${slug}.svg?${condition}`)).text();
			expect(svg).toBe(await (await request.get(`/figures/${question}/${index + 1}.svg?${condition}`)).text());
			expect(textsOf(svg)).toMatch(/SYNTHETIC DATA[\s\S]*fewer than 11 patients[\s\S]*snapshot [0-9A-Z]{26}/u);
			expect(textsOf(svg)).not.toMatch(/&#?\w+;|undefined|NaN/u);
			expect(svg).not.toMatch(/var\(|<script|href=|class=/u);
		}
	});
}

test('a picture is twice the size of its drawing, a card has the size that social networks show', async ({ request }) => {
	const picture = await request.get(`${curve}.png?${condition}`);
	expect(picture.headers()).toMatchObject({ 'content-type': 'image/png', 'content-disposition': 'inline; filename="needlepoint-recovery-1.png"' });
	const [, width, height] = /width="(\d+)" height="(\d+)"/u.exec(await (await request.get(`${curve}.svg?${condition}`)).text()) ?? [];
	expect(sizeOf(await picture.body())).toEqual([2 * Number(width), 2 * Number(height)]);
	expect(sizeOf(await (await request.get(`${curve}.png?${condition}&size=card`)).body())).toEqual([1200, 630]);
});

test('a figure is packed, is not sent again to who has it, and may run nothing', async ({ request }) => {
	const first = await request.get(`${curve}.svg?${condition}`, { headers: { 'accept-encoding': 'br' } });
	const { etag = '', ...headers } = first.headers();
	expect(headers).toMatchObject({ 'content-encoding': 'br', 'content-security-policy': "default-src 'none'; sandbox", 'content-type': 'image/svg+xml; charset=utf-8' });
	expect((await request.get(`${curve}.svg?${condition}`, { headers: { 'accept-encoding': 'br', 'if-none-match': etag } })).status()).toBe(304);
	const picture = await request.get(`${curve}.png?${condition}`);
	expect((await request.get(`${curve}.png?${condition}`, { headers: { 'if-none-match': picture.headers()['etag'] ?? '' } })).status()).toBe(304);
});

test('a filter is said in words on the figure', async ({ request }) => {
	expect(await (await request.get(`${curve}.svg?${condition}&period=2025`)).text()).toContain('Condition: Plantar fasciitis · Started in: 2025');
});

test('a figure of responses cites the threshold that they were judged by', async ({ request }) => {
	const svg = textsOf(await (await request.get(`/figures/prognosis/1.svg?${condition}&threshold=points-2`)).text());
	expect(svg).toMatch(/Threshold, NPRS, at least 2 points less pain: Farrar/u);
	expect(svg).not.toContain('at least 50 % less pain');
});

test('a figure says what it has no comparison with', async ({ request }) => {
	expect(textsOf(await (await request.get(`${curve}.svg?${condition}`)).text())).toContain('No comparison group');
	expect(textsOf(await (await request.get(`${curve}.svg?${condition}&by=protocol`)).text())).toContain('Protocols were chosen for patients, not by lot');
});

for (const path of ['/figures/nothing/1.svg', `/figures/recovery/99.png?${condition}`, '/figures/recovery/1.svg?condition=nothing-such', '/figures/claims/1.svg'])
	test(`${path} is not found, and says why`, async ({ request }) => {
		const response = await request.get(path, { headers: { accept: 'application/json' } });
		expect([response.status(), await response.text()]).toEqual([404, expect.stringMatching(/there is no|has no such figure|nothing-such/u)]);
	});

test('a figure is saved from its menu by keyboard, and the menu closes by Escape', async ({ page }) => {
	await page.goto('/questions/variation');
	const summary = page.getByText('Save or share').first();
	await summary.focus();
	await page.keyboard.press('Enter');
	await expect(page.getByRole('link', { name: 'Picture PNG' })).toBeVisible();
	expect((await new AxeBuilder({ page }).analyze()).violations.map(({ id }) => id)).toEqual([]);
	const download = page.waitForEvent('download');
	await page.keyboard.press('Tab');
	await page.keyboard.press('Enter');
	expect((await download).suggestedFilename()).toBe('needlepoint-variation-1.png');
	await page.keyboard.press('Escape');
	await expect(page.getByRole('link', { name: 'Picture PNG' })).toBeHidden();
	await expect(summary).toBeFocused();
});

for (const path of [`/conditions/plantar-fasciitis`, '/questions/trend', '/data'])
	test(`every file that the menus of ${path} offer is there`, async ({ page, request }) => {
		await page.goto(path);
		const addresses = await page.locator('figure details a[download]').evaluateAll((links) => links.map((link) => link.getAttribute('href') ?? ''));
		expect(addresses.length).toBeGreaterThanOrEqual(4);
		for (const address of addresses) expect([address, (await request.get(address)).status()]).toEqual([address, 200]);
	});

test('the link of a figure leads to it', async ({ page }) => {
	await page.goto('/questions/trend');
	await page.getByText('Save or share').last().click();
	await page.getByRole('link', { name: 'Copy link' }).click();
	expect(new URL(page.url()).hash).toMatch(/^#[a-z0-9-]+$/u);
	await expect(page.locator('figure').last()).toHaveAttribute('id', new URL(page.url()).hash.slice(1));
});

test.describe('without JavaScript', () => {
	test.use({ javaScriptEnabled: false });
	test('the menu opens, and its links are there', async ({ page }) => {
		await page.goto('/questions/trend');
		await page.getByText('Save or share').first().click();
		await expect(page.getByRole('link', { name: 'Drawing SVG' })).toHaveAttribute('href', /^\/figures\/trend\/.+\.svg$/u);
		await page.getByRole('link', { name: 'How is this computed?' }).click();
		await expect(page.getByText('How this is computed')).toBeVisible();
	});
});

/** What a document says; throws where it is not well formed. */
function textsOf(xml: string): string {
	let texts = '';
	const reader = sax.parser(true);
	reader.onerror = (error) => {
		throw error;
	};
	reader.ontext = (text) => (texts += text);
	reader.write(xml).close();
	return texts;
}

function sizeOf(png: Buffer): number[] {
	expect(png.subarray(1, 4).toString()).toBe('PNG');
	return [png.readUInt32BE(16), png.readUInt32BE(20)];
}
