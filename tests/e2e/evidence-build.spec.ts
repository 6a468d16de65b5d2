import AxeBuilder from '@axe-core/playwright';
import { readFile } from 'node:fs/promises';
import { expect, test } from './fixtures.ts';

const build = '/evidence/build?question=recovery&condition=plantar-fasciitis';
const warning = 'Synthetic data, not of any patient.';

test('opens with evidence of the condition that there is most of, in its address', async ({ page }) => {
	await page.goto('/evidence');
	await page.getByRole('link', { name: /Build evidence of your own/u }).click();
	await expect(page).toHaveURL(/\/evidence\/build\?question=recovery&condition=[a-z-]+$/u);
	await expect(page.locator('blockquote')).toContainText(warning);
});

test('shows the sentence, the figure and its numbers, and follows what is chosen', async ({ page, complaints }) => {
	await page.goto(build);
	await expect(page.locator('blockquote')).toContainText('Plantar fasciitis: patients reported pain of');
	await expect(page.getByRole('img', { name: /Mean pain by session number/u })).toHaveJSProperty('complete', true);
	await page.getByRole('combobox', { name: 'What', exact: true }).selectOption('response');
	await expect(page).toHaveURL(/question=response/u);
	await expect(page.locator('blockquote')).toContainText('had all gone on');
	await page.getByRole('combobox', { name: 'Begun in', exact: true }).selectOption('2025');
	await expect(page.locator('blockquote')).toContainText('episodes begun in 2025');
	await page.getByRole('combobox', { name: 'Figure', exact: true }).selectOption({ index: 1 });
	await expect(page).toHaveURL(/figure=[a-z-]+/u);
	expect(complaints).toEqual([]);
});

test('refuses with the reason and the next step', async ({ page }) => {
	await page.goto('/evidence/build?question=recovery');
	await expect(page.getByRole('status').filter({ hasText: 'Choose one condition' })).toBeVisible();
	await expect(page.locator('blockquote')).toHaveCount(0);
	await page.goto('/evidence/build?question=variation&condition=plantar-fasciitis');
	await expect(page.getByRole('status').filter({ hasText: 'not for print' })).toBeVisible();
});

test('compares two protocols, and says that it is observational', async ({ page }) => {
	await page.goto('/evidence/build?question=comparison&condition=plantar-fasciitis');
	await expect(page.getByRole('status').filter({ hasText: 'Choose two protocols' })).toBeVisible();
	await page.getByRole('combobox', { name: 'Protocol', exact: true }).selectOption('dry-needling-retained');
	await page.getByRole('combobox', { name: 'Compared with', exact: true }).selectOption('exercise-only');
	await expect(page.locator('blockquote')).toContainText('This is observational');
});

test('every file is given, under a name of ours', async ({ page, request }) => {
	await page.goto(build);
	const links = page.locator('.files a');
	const hrefs = await links.evaluateAll((all) => all.map((link) => link.getAttribute('href') ?? ''));
	const kinds = { '.svg': 'image/svg+xml; charset=utf-8', '.png': 'image/png', 'format=csv': 'text/csv; charset=utf-8', 'format=xlsx': 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet', '.pdf': 'application/pdf' };
	for (const [part, type] of Object.entries(kinds)) {
		const response = await request.get(hrefs.find((href) => href.includes(part)) ?? 'missing');
		expect([response.status(), response.headers()['content-type']]).toEqual([200, type]);
		expect(response.headers()['content-disposition']).toMatch(/filename="[a-z0-9-]+\.[a-z]+"$/u);
	}
	const download = page.waitForEvent('download');
	await links.filter({ hasText: 'PDF' }).click();
	expect((await readFile(await (await download).path())).subarray(0, 5).toString()).toBe('%PDF-');
});

test('a fact sheet of what may not be printed is refused', async ({ request }) => {
	const response = await request.get('/evidence/build/fact-sheet.pdf?question=recovery', { headers: { accept: 'application/json' } });
	expect(response.status()).toBe(422);
	expect(await response.text()).toContain('Choose one condition');
});

test('is reached from the menu of a figure', async ({ page }) => {
	await page.goto('/questions/dose?condition=plantar-fasciitis');
	await page.getByText('Save or share').first().click();
	await page.getByRole('link', { name: 'Use as evidence' }).first().click();
	await expect(page).toHaveURL(/\/evidence\/build\?.*question=dose&figure=/u);
	await expect(page.locator('blockquote')).toContainText('patients had');
	await page.goBack();
	await page.getByText('Save or share').first().click();
	await page.getByRole('link', { name: 'Embed once published' }).first().click();
	await expect(page).toHaveURL(/\/evidence\/build\?.*#publish$/u);
	await expect(page.getByRole('button', { name: 'Publish' })).toBeInViewport();
});

test('is reached from a claim that it can tell of', async ({ page }) => {
	await page.goto('/evidence');
	await page.locator('#sore-for-a-day-or-two').getByRole('link', { name: 'Build evidence from it' }).click();
	await expect(page).toHaveURL(/question=tolerability/u);
});

test('publishes for everybody to see as it was, gives the code to embed it, and takes it back', async ({ start, ownWarehouse, page }) => {
	const { url } = await start(ownWarehouse);
	await page.goto(`${url}${build}`);
	await page.getByRole('button', { name: 'Publish' }).click();
	await expect(page).toHaveURL(/\/share\/[0-9A-Z]{26}$/u);
	const shared = page.url();
	await page.goto(`${url}${build}`);
	await expect(page.locator('pre').first()).toContainText(/<iframe src="https:\/\/YOUR-ADDRESS\/embed\/[0-9A-Z]{26}"/u);
	await page.getByRole('button', { name: 'Withdraw' }).click();
	await expect(page.getByRole('button', { name: 'Withdraw' })).toHaveCount(0);
	expect((await page.request.get(shared)).status()).toBe(410);
});

test('what the guard does not let out is told of, and stays in', async ({ start, ownWarehouse, page }) => {
	const { url } = await start(ownWarehouse);
	await page.goto(`${url}${build}`);
	await page.getByRole('button', { name: 'Publish' }).click();
	await expect(page).toHaveURL(/\/share\//u);
	await page.goto(`${url}${build}&period=2025`);
	await page.getByRole('button', { name: 'Publish' }).click();
	await expect(page.getByRole('alert')).toContainText('subtracting one from the other');
});

test('nobody else publishes', async ({ request }) => {
	const response = await request.post('/evidence/build?/publish&question=recovery&condition=plantar-fasciitis', { headers: { 'x-forwarded-for': '203.0.113.7' }, form: {} });
	expect(response.status()).toBe(403);
});

test.describe('without JavaScript', () => {
	test.use({ javaScriptEnabled: false });
	test('the form, the sentence, the figure and the files are all there', async ({ page }) => {
		await page.goto(build);
		await page.getByRole('combobox', { name: 'What', exact: true }).selectOption('cost');
		await page.getByRole('button', { name: 'Show' }).click();
		await expect(page.locator('blockquote')).toContainText('for each responder');
		await expect(page.locator('.files a')).toHaveCount(7);
	});
});

for (const colorScheme of ['light', 'dark'] as const) {
	test(`is accessible in ${colorScheme} mode, with evidence and without`, async ({ page }) => {
		await page.emulateMedia({ colorScheme });
		for (const path of [build, '/evidence/build?question=recovery']) {
			await page.goto(path);
			expect((await new AxeBuilder({ page }).analyze()).violations).toEqual([]);
		}
	});
}

test('is not wider than a phone', async ({ page }) => {
	await page.setViewportSize({ width: 360, height: 780 });
	await page.goto(build);
	expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(360);
});
