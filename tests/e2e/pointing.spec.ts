import type { Page } from '@playwright/test';
import { expect, test } from './fixtures.ts';

const condition = '/conditions/plantar-fasciitis';

/** The names that the charts of a page mark, as many times as they do. */
async function markedSessions(page: Page): Promise<number> {
	return page.locator('[role=slider] > svg').locator('visible=true').count();
}

test('a session that is pointed at in one chart is marked in the others and in their tables, and nothing moves', async ({ page, complaints }) => {
	await page.goto(condition, { waitUntil: 'networkidle' });
	const slider = page.getByRole('slider', { name: 'Figure 1: session to read out' });
	const spoken = await page.getByRole('slider', { name: 'Figure 2: session to read out' }).getAttribute('aria-valuetext');
	const places = () => page.locator('figure').evaluateAll((figures) => figures.map((figure) => Math.round(figure.getBoundingClientRect().top + scrollY)));
	const before = await places();
	await slider.scrollIntoViewIfNeeded();
	const box = await slider.boundingBox();
	await page.mouse.move((box?.x ?? 0) + (box?.width ?? 0) * 0.2, (box?.y ?? 0) + (box?.height ?? 0) * 0.5);
	expect(await markedSessions(page)).toBeGreaterThan(3);
	expect(await page.locator('tr.pointed th').allTextContents()).toEqual(expect.arrayContaining(['3', '3', '3']));
	expect(await places()).toEqual(before);
	expect(await page.getByRole('slider', { name: 'Figure 2: session to read out' }).getAttribute('aria-valuetext')).toBe(spoken);
	await page.mouse.move(2, 2);
	await expect(page.locator('tr.pointed')).toHaveCount(0);
	expect(complaints).toEqual([]);
});

test('the keyboard marks a session in all charts, and gives it up', async ({ page }) => {
	await page.goto(condition, { waitUntil: 'networkidle' });
	const slider = page.getByRole('slider', { name: 'Figure 1: session to read out' });
	await slider.focus();
	await page.keyboard.press('Home');
	await page.keyboard.press('ArrowRight');
	await expect(slider).toHaveAttribute('aria-valuetext', /^session 2, \d+ episodes; /);
	expect(new Set(await page.locator('tr.pointed th').allTextContents())).toEqual(new Set(['2']));
	await page.keyboard.press('Escape');
	await expect(page.locator('tr.pointed')).toHaveCount(0);
	await page.keyboard.press('End');
	await page.keyboard.press('Tab');
	await expect(page.locator('tr.pointed')).toHaveCount(0);
});

test('a month is marked in every chart by month', async ({ page }) => {
	await page.goto('/trend', { waitUntil: 'networkidle' });
	await page.getByRole('slider', { name: 'Figure 1: month to read out' }).focus();
	await page.keyboard.press('Home');
	await page.keyboard.press('ArrowRight');
	const months = await page.locator('tr.pointed th').allTextContents();
	expect(months.length).toBeGreaterThan(1);
	expect(new Set(months).size).toBe(1);
	expect(months[0]).toMatch(/^[A-Z][a-z]+ \d{4}$/);
});

test('a row of a chart is read out beside it, and the same name is marked in the next chart', async ({ page }) => {
	await page.goto('/safety', { waitUntil: 'networkidle' });
	const rows = page.getByRole('slider', { name: 'Figure 1: row to read out' });
	await rows.focus();
	await page.keyboard.press('Home');
	await expect(rows).toHaveAttribute('aria-valuetext', /^All regions; Visits/);
	await page.keyboard.press('ArrowDown');
	const row = await page.locator('tr.pointed th').first().textContent();
	await expect(rows).toHaveAttribute('aria-valuetext', new RegExp(`^${row}; `));
	await expect(rows.getByText(row ?? '', { exact: true })).toBeVisible();

	await page.goto('/variation', { waitUntil: 'networkidle' });
	await page.getByRole('slider', { name: 'Figure 1: row to read out' }).focus();
	await page.keyboard.press('Home');
	expect(await markedSessions(page)).toBe(2);
});

test('in two groups beside one another a session is marked in both', async ({ page }) => {
	await page.goto(`${condition}?compare=sex:male`, { waitUntil: 'networkidle' });
	await page.getByRole('slider', { name: 'Figure 1, A: session to read out' }).focus();
	await page.keyboard.press('Home');
	await expect(page.locator('.pair').first().locator('[role=slider] > svg')).toHaveCount(2);
});
