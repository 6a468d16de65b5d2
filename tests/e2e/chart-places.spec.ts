import type { Page } from '@playwright/test';
import { chartedPages, expect, test } from './fixtures.ts';

/** Charts that are laid out only once they are seen. */
async function waiting(page: Page): Promise<number> {
	return page.locator('.picture').evaluateAll((all) => all.filter((each) => getComputedStyle(each).contentVisibility === 'auto').length);
}

async function places(page: Page): Promise<number[]> {
	return page.locator('figure, h2').evaluateAll((all) => all.map((each) => Math.round(each.getBoundingClientRect().top + scrollY)));
}

for (const path of chartedPages) {
	test(`${path} keeps the place of charts that are not seen yet, and has them all soon after`, async ({ page }) => {
		await page.goto(path, { waitUntil: 'domcontentloaded' });
		await page.evaluate(() => document.fonts.ready);
		const before = await places(page);
		await expect.poll(() => waiting(page)).toBe(0);
		expect(await places(page)).toEqual(before);
	});
}

test('after a choice the first chart comes first, and all others soon after', async ({ page }) => {
	await page.goto('/conditions/plantar-fasciitis', { waitUntil: 'networkidle' });
	await expect.poll(() => waiting(page)).toBe(0);
	const charts = page.locator('figure svg.plot');
	const [first, last] = [await charts.first().innerHTML(), await charts.last().innerHTML()];
	const seen = await page.evaluate(async (drawn) => {
		document.querySelector<HTMLInputElement>('input[name=sex]')?.click();
		const all = () => [...document.querySelectorAll('figure svg.plot')];
		while (all()[0]?.innerHTML === drawn) await new Promise(requestAnimationFrame);
		return { last: all().at(-1)?.innerHTML, waiting: document.querySelectorAll('[aria-busy=true]').length };
	}, first);
	expect(seen.last).toBe(last);
	expect(seen.waiting).toBeGreaterThan(3);
	await expect.poll(() => charts.last().innerHTML()).not.toBe(last);
	await expect.poll(() => waiting(page)).toBe(0);
});

test.describe('without JavaScript', () => {
	test.use({ javaScriptEnabled: false });

	test('all charts of a page are laid out at once', async ({ page }) => {
		await page.goto('/conditions/plantar-fasciitis');
		expect(await waiting(page)).toBe(0);
		expect(await page.locator('.picture').count()).toBeGreaterThan(10);
	});
});
