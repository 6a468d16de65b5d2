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

test('the outcomes refuse a word that nobody knows too, and say so of a value that is recorded nowhere', async ({ page }) => {
	expect((await page.goto('/?protocol=no-such'))?.status()).toBe(404);
	await expect(page.getByText('rotocol must be in the codebook: no-such (it has ')).toBeVisible();
	await page.goto('/?clinic=nowhere');
	await expect(page.getByRole('heading', { level: 1 })).toHaveText('No episode matches these filters.');
	await expect(page.getByText(/^Clinic: nothing is recorded for nowhere\. There are harbour, .* and \w+\.$/u)).toBeVisible();
	await page.getByRole('link', { name: 'show everything' }).click();
	await expect(page).toHaveURL(/\/$/u);
});

test('the number beside a choice is of what the other filters leave, and what choosing it gives', async ({ page }) => {
	await page.goto('/?clinic=harbour', { waitUntil: 'networkidle' });
	const numberOf = (name: string) => page.locator('label', { has: page.getByRole('checkbox', { name: new RegExp(`^${name} `, 'u'), includeHidden: true }) }).locator('.n');
	const female = (await numberOf('Female').textContent()) ?? '';
	expect(Number(female)).toBeGreaterThan(11);
	const others = await numberOf('hillside').textContent();
	await page.locator('summary', { hasText: 'Sex' }).click();
	await page.getByRole('checkbox', { name: /^Female /u }).check();
	await expect(page).toHaveURL(/clinic=harbour&sex=female$/u);
	await expect(page.locator('dl', { hasText: 'Episodes of care' }).locator('.figure').first()).toHaveText(female);
	await expect(numberOf('hillside')).not.toHaveText(others ?? '');
	await expect(numberOf('Female')).toHaveText(female);
});

for (const width of [1280, 1024, 390, 360])
	test(`no choice of the filters is cut off at ${width} pixels`, async ({ page }) => {
		await page.setViewportSize({ width, height: 800 });
		await page.goto('/?threshold=points-2', { waitUntil: 'networkidle' });
		const cut = await page.locator('section[aria-label=Filters] :is(summary, button, a)').evaluateAll((all) => all.filter((each) => each.scrollWidth > each.clientWidth + 1).map((each) => each.textContent));
		expect(cut).toEqual([]);
		await expect(page.getByRole('link', { name: /^Response: at least 2 points less pain/u })).toBeVisible();
		await page.locator('summary', { hasText: 'Measure' }).click();
		await expect(page.getByRole('radio', { name: /Numeric pain rating scale/u })).toBeChecked();
	});

test('paper is white whatever colours are chosen, and the outcomes take one page of it', async ({ page, baseURL, context }) => {
	await context.addCookies([{ name: 'theme', value: 'dark', url: baseURL ?? '' }]);
	await page.goto('/', { waitUntil: 'networkidle' });
	for (const format of ['A4', 'Letter']) expect((await page.pdf({ format })).toString('latin1').match(/\/Type\s*\/Page\b(?!s)/gu)).toHaveLength(1);
	await page.emulateMedia({ media: 'print' });
	expect(await page.evaluate(() => [getComputedStyle(document.body).backgroundColor, getComputedStyle(document.documentElement).colorScheme])).toEqual(['rgb(255, 255, 255)', 'light']);
});

test('a screen of 3840 pixels is filled as one of half its width is', async ({ page }) => {
	const shareOf = async (width: number) => {
		await page.setViewportSize({ width, height: Math.round((width * 9) / 16) });
		return page.evaluate(() => (document.querySelector('main svg.plot')?.closest('section')?.getBoundingClientRect().width ?? 0) / innerWidth);
	};
	await page.goto('/', { waitUntil: 'networkidle' });
	const [usual, wide] = [await shareOf(1920), await shareOf(3840)];
	expect(wide).toBeGreaterThan(usual * 0.8);
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
