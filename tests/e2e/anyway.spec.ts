import { expect, test } from './fixtures.ts';

const section = 'section[aria-labelledby=anyway]';

test('what might have happened anyway leads to the published course beside the curve, week by week', async ({ page, complaints }) => {
	await page.goto('/conditions/low-back-pain');
	await expect(page.locator(section)).toContainText('Published, acute: mean pain 5.2 at first, 2.3 after 6 weeks');
	await page.locator(section).getByRole('link', { name: 'The published course beside this one' }).click();
	await expect(page).toHaveURL(/axis=weeks#recovery$/);
	await expect(page.locator('figure svg.plot').first()).toHaveAttribute('aria-label', /What might have happened anyway, published, acute: 5\.2/);
	await expect(page.locator('figure').first()).toContainText('Menezes Costa');
	expect(complaints).toEqual([]);
});

test('where nothing is published, the page says so', async ({ page }) => {
	await page.goto('/conditions/hip-pain');
	await expect(page.locator(section)).toContainText('No published course of pain without this treatment is recorded for hip pain');
	await expect(page.locator(section).getByRole('table')).toContainText('Ceballos-Laita 2021');
});

test('what trials found can be saved with its sources, and is no evidence of these records', async ({ page, request }) => {
	await page.goto('/conditions/plantar-fasciitis');
	const figure = page.locator(`${section} figure`);
	await figure.getByText('Save or share').click();
	await expect(figure.getByRole('link', { name: 'Use as evidence' })).toHaveCount(0);
	const address = await figure.getByRole('link', { name: 'Drawing SVG' }).getAttribute('href');
	const drawing = await (await request.get(address ?? '')).text();
	expect(drawing).toContain('Cotchett MP');
	expect(drawing).not.toContain('The plain mean at a session');
	const slug = /\/([^/]+)\.svg/u.exec(address ?? '')?.[1] ?? '';
	await page.goto(`/evidence/build?question=recovery&condition=plantar-fasciitis&figure=${slug}`);
	await expect(page.locator('[name=figure]').first()).toBeAttached();
	await expect(page.locator(`[name=figure][value="${slug}"], [name=figure] [value="${slug}"]`)).toHaveCount(0);
});
