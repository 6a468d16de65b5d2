import type { Page } from '@playwright/test';
import { expect, test } from './fixtures.ts';

const condition = '/conditions/plantar-fasciitis';
const waiting = '[aria-busy=true]';

/** Holds back what follows the first line of the data of a page, until `release` is called; every part of it fails where `reason` says why. */
async function holdBack(page: Page, reason: string | null = null): Promise<void> {
	await page.addInitScript((why) => {
		const ask = window.fetch.bind(window);
		window.fetch = async (input, init) => {
			const response = await ask(input, init);
			if (!String(input).includes('/__data.json')) return response;
			const text = await response.text();
			const [first = '', ...rest] = text.split('\n').filter((line) => line !== '');
			const sent = why === null ? rest : rest.map((line) => `{"type":"chunk","id":${/"id":(\d+)/u.exec(line)?.[1]},"error":[{"message":1},"${why}"]}`);
			const encoder = new TextEncoder();
			const body = new ReadableStream({
				async start(controller) {
					controller.enqueue(encoder.encode(`${first}\n`));
					await new Promise((resolve) => document.addEventListener('release', resolve, { once: true }));
					controller.enqueue(encoder.encode(sent.map((line) => `${line}\n`).join('')));
					controller.close();
				},
			});
			return new Response(body, response);
		};
	}, reason);
}

async function chooseFemale(page: Page): Promise<void> {
	await page.locator('summary', { hasText: 'Sex' }).click();
	await page.getByRole('checkbox', { name: /^Female /u }).check();
	await expect(page).toHaveURL(/sex=female$/u);
}

async function release(page: Page): Promise<void> {
	await page.evaluate(() => document.dispatchEvent(new Event('release')));
}

test('the first figure of a choice does not wait for the others, and nothing is told of the choice before', async ({ page, complaints }) => {
	await holdBack(page);
	await page.goto(condition, { waitUntil: 'networkidle' });
	await expect(page.locator(waiting)).toHaveCount(0);
	const first = page.locator('figure svg.plot').first();
	const before = await first.innerHTML();
	const height = await page.evaluate(() => document.body.scrollHeight);
	await chooseFemale(page);
	await expect.poll(() => first.innerHTML()).not.toBe(before);
	await expect(page.locator(waiting)).toHaveCount(8);
	await expect(page.getByRole('heading', { name: 'Protocols compared' })).toBeVisible();
	expect(await page.locator(`${waiting} figure, ${waiting} .lede`).evaluateAll((all) => all.filter((each) => each.checkVisibility({ contentVisibilityAuto: false })).length)).toBe(0);
	expect(Math.abs((await page.evaluate(() => document.body.scrollHeight)) - height)).toBeLessThan(400);
	await release(page);
	await expect(page.locator(waiting)).toHaveCount(0);
	const told = async () => page.locator('main :is(h2, h3, p, td, li, svg.plot)').evaluateAll((all) => all.map((each) => each.getAttribute('aria-label') ?? each.textContent));
	const shown = await told();
	expect(shown.length).toBeGreaterThan(100);
	await page.reload({ waitUntil: 'networkidle' });
	expect(shown).toEqual(await told());
	expect(complaints).toEqual([]);
});

test('a part that cannot be worked out says so in its place', async ({ page }) => {
	await holdBack(page, 'stopped after 5 s');
	await page.goto(condition, { waitUntil: 'networkidle' });
	await chooseFemale(page);
	await release(page);
	await expect(page.locator('section[aria-labelledby=response]').getByText('This could not be worked out: stopped after 5 s.')).toBeVisible();
	await expect(page.locator(waiting)).toHaveCount(0);
	await expect(page.locator('figure svg.plot').first()).toBeVisible();
	expect(await page.locator('section[aria-labelledby=response] figure').count()).toBe(0);
});

test('a condition that is come to from another page fills its places one by one', async ({ page }) => {
	await holdBack(page);
	await page.goto('/safety', { waitUntil: 'networkidle' });
	await page.evaluate((path) => {
		const link = Object.assign(document.createElement('a'), { href: path });
		document.querySelector('main')?.append(link);
		link.click();
	}, condition);
	await expect(page.locator(waiting)).toHaveCount(8);
	await expect(page.locator('figure svg.plot').first()).toBeVisible();
	await release(page);
	await expect(page.locator(waiting)).toHaveCount(0);
	await expect(page.locator('section[aria-labelledby=tolerability] figure').first()).toBeVisible();
});

for (const path of ['/', condition])
	test(`${path} comes whole where it is asked for as a page`, async ({ request }) => {
		const html = await (await request.get(`${path}?sex=female`)).text();
		expect(html).not.toContain('aria-busy="true"');
		expect(html).not.toContain('being worked out');
	});
