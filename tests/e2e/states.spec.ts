import AxeBuilder from '@axe-core/playwright';
import { expect, test } from './fixtures.ts';

const unknown = '/cost?protocol=no-such';

test('a filter that names nothing is said so, with the way to the page without it', async ({ page }) => {
	expect((await page.goto(unknown))?.status()).toBe(404);
	await expect(page.getByRole('heading', { name: 'A filter names what is not recorded here' })).toBeVisible();
	await expect(page.getByText('protocol must be in the codebook: no-such')).toBeVisible();
	expect((await new AxeBuilder({ page }).analyze()).violations.map(({ id }) => id)).toEqual([]);
	await page.getByRole('link', { name: 'The same page without filters' }).click();
	await expect(page).toHaveURL(/\/cost$/);
});

test('a condition refuses such a filter too', async ({ request }) => {
	expect((await request.get('/conditions/hip-pain?protocol=no-such')).status()).toBe(404);
});

test('filters that leave nobody say so, and lead to everything', async ({ page }) => {
	await page.goto('/cost?clinic=nowhere');
	await expect(page.getByText('There is nothing to draw for these filters.')).toBeVisible();
	await page.getByRole('link', { name: 'Show everything' }).click();
	await expect(page).toHaveURL(/\/cost$/);
});

test('a choice is followed without a new page, its result is read out, and the focus stays', async ({ page, complaints }) => {
	await page.goto('/cost', { waitUntil: 'networkidle' });
	await page.evaluate(() => document.body.setAttribute('data-same-page', ''));
	await page.locator('summary', { hasText: 'Sex' }).click();
	const female = page.getByRole('checkbox', { name: /Female/ });
	await female.focus();
	await page.keyboard.press('Space');
	await expect(page).toHaveURL(/\/cost\?sex=female$/);
	await expect(page.locator('[data-result]')).toHaveText(await page.locator('.lede').innerText());
	await expect(female).toBeFocused();
	await page.goBack();
	await expect(female).not.toBeChecked();
	await page.goForward();
	await expect(female).toBeChecked();
	await expect(page.locator('body[data-same-page]')).toHaveCount(1);
	expect(complaints).toEqual([]);
});

test('the colours that are chosen stay, on every page', async ({ page }) => {
	await page.emulateMedia({ colorScheme: 'light' });
	await page.goto('/methods', { waitUntil: 'networkidle' });
	const background = () => page.evaluate(() => getComputedStyle(document.body).backgroundColor);
	const light = await background();
	await page.getByRole('button', { name: 'Dark' }).click();
	await expect(page.getByRole('button', { name: 'Dark' })).toHaveAttribute('aria-pressed', 'true');
	const dark = await background();
	expect(dark).not.toBe(light);
	await page.goto('/cost');
	expect(await background()).toBe(dark);
	await page.getByRole('button', { name: 'As the system' }).click();
	await expect.poll(background).toBe(light);
});

test.describe('without JavaScript', () => {
	test.use({ javaScriptEnabled: false });

	test('the colours are chosen too, and the page stays', async ({ page }) => {
		await page.goto('/cost?sex=female');
		await page.getByRole('button', { name: 'Dark' }).click();
		await expect(page).toHaveURL(/\/cost\?sex=female$/);
		await expect(page.locator('html')).toHaveAttribute('data-theme', 'dark');
	});
});

test('the choice of colours leads nowhere else', async ({ request }) => {
	for (const page of ['https://example.test/x', '//example.test/x', '/\\example.test']) {
		const { headers } = await request.get(`/settings?theme=dark&page=${encodeURIComponent(page)}`, { maxRedirects: 0 }).then((response) => ({ headers: response.headers() }));
		expect(headers['location']).toMatch(/^\/(?![/\\])/u);
	}
});
