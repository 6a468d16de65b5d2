import type { Page } from '@playwright/test';
import { expect, test } from './fixtures.ts';

const path = '/conditions/plantar-fasciitis';

/** Opens a filter, and counts what is asked for from then on. */
async function opened(page: Page, filter: string) {
	await page.goto(path, { waitUntil: 'networkidle' });
	await page.locator(`details:has(input[name=${filter}]) > summary`).first().click();
	const asked: string[] = [];
	page.on('request', (request) => asked.push(request.url()));
	const choice = page.locator(`label:has(input[name=${filter}])`).first();
	const firstChart = page.locator('figure svg.plot').first();
	return { asked, choice, before: await firstChart.innerHTML(), chart: () => firstChart.innerHTML() };
}

for (const [how, mean] of [
	['pointed at', (page: Page, filter: string) => page.locator(`label:has(input[name=${filter}])`).first().hover()],
	['reached by the keyboard', (page: Page, filter: string) => page.locator(`input[name=${filter}]`).first().focus()],
] as const)
	test(`a choice that is ${how} is loaded before it is taken, once`, async ({ page }) => {
		const { asked, choice, before, chart } = await opened(page, 'sex');
		await mean(page, 'sex');
		await expect.poll(() => asked.filter((url) => url.includes('__data.json')).map((url) => new URL(url).searchParams.getAll('sex'))).toEqual([['female']]);
		await page.waitForLoadState('networkidle');
		expect(await choice.locator('input').isChecked()).toBe(false);
		expect(page.url()).not.toContain('sex=');
		await choice.locator('input').press('Space');
		await expect.poll(chart).not.toBe(before);
		await expect(page).toHaveURL(/sex=female/);
		expect(asked.filter((url) => url.includes('__data.json'))).toHaveLength(1);
	});

test('what is loaded ahead keeps the other choices', async ({ page }) => {
	await page.goto(`${path}?sex=female&chronicity=acute`, { waitUntil: 'networkidle' });
	await page.locator('details:has(input[name=sex]) > summary').first().click();
	const asked = page.waitForRequest(/__data\.json/u);
	await page.locator('label:has(input[name=sex][value=male])').first().hover();
	const { searchParams } = new URL((await asked).url());
	expect([searchParams.getAll('sex'), searchParams.getAll('chronicity')]).toEqual([['female', 'male'], ['acute']]);
	expect(await page.locator('input:checked:not([type=radio])').evaluateAll((all) => all.map((each) => each.getAttribute('value')))).toEqual(['female', 'acute']);
});
