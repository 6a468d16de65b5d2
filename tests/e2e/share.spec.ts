import AxeBuilder from '@axe-core/playwright';
import type { Page } from '@playwright/test';
import { execFile } from 'node:child_process';
import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { expect, test } from './fixtures.ts';
import { root } from './server.ts';

test.slow();

const built = '/evidence/build?question=dose&condition=plantar-fasciitis';

/** Publishes what the builder shows, and gives the address of the figure. */
async function published(page: Page, url: string): Promise<string> {
	await page.goto(url);
	await page.getByRole('button', { name: 'Publish' }).click({ timeout: 30_000 });
	await expect(page).toHaveURL(/\/share\/[0-9A-Z]{26}$/u, { timeout: 30_000 });
	return page.url();
}

async function importInto(warehouse: string, ...options: string[]): Promise<void> {
	await promisify(execFile)('npm', ['run', 'import', '--', ...options, '--warehouse', warehouse], { cwd: root });
}

test('a published figure stands under an address of its own, with sentence, numbers, method and how to cite it', async ({ page, ownWarehouse, start, complaints }) => {
	const server = await start(ownWarehouse);
	const address = await published(page, server.url + built);
	await expect(page.locator('blockquote')).toContainText('Plantar fasciitis: patients had 6 sessions in the median of 515 episodes');
	await expect(page.getByRole('img', { name: /Sessions per episode/u })).toHaveJSProperty('complete', true);
	await expect(page.getByText(`${server.url}/share/${address.slice(-26)}`).first()).toBeVisible();
	await expect(page.getByText('Synthetic data.', { exact: true })).toBeVisible();
	await expect(page.getByRole('navigation', { name: 'Main' })).toHaveCount(0);
	expect((await new AxeBuilder({ page }).analyze()).violations).toEqual([]);
	expect(complaints).toEqual([]);
	await page.goto(`${server.url}/share`);
	await expect(page.getByRole('link', { name: /Sessions per episode/u })).toHaveAttribute('href', `/share/${address.slice(-26)}`);
});

test('its files and its embedded form are as it was', async ({ page, ownWarehouse, start }) => {
	const server = await start(ownWarehouse, { env: { NEEDLEPOINT_EMBED_ORIGINS: 'https://www.example.org' } });
	const address = await published(page, server.url + built);
	const get = async (path: string) => page.request.get(path);
	const [svg, png, csv, embed] = [await get(`${address}.svg`), await get(`${address}.png`), await get(`${address}.csv`), await get(address.replace('share', 'embed'))];
	expect(await svg.text()).toContain('<svg');
	expect((await png.body()).subarray(1, 4).toString()).toBe('PNG');
	expect(await csv.text()).toContain('true');
	expect(embed.headers()['content-security-policy']).toContain("frame-ancestors 'self' https://www.example.org");
	expect((await get(address)).headers()['content-security-policy']).toContain("frame-ancestors 'self';");
	expect(await embed.text()).toContain('515 episodes');
});

test('a withdrawn figure is gone, and one that never was is not found', async ({ page, ownWarehouse, start }) => {
	const server = await start(ownWarehouse);
	const address = await published(page, server.url + built);
	await page.goto(server.url + built);
	await page.getByRole('button', { name: 'Withdraw' }).click();
	await expect(page.getByRole('button', { name: 'Withdraw' })).toHaveCount(0);
	expect((await page.goto(address))?.status()).toBe(410);
	await expect(page.getByRole('heading', { name: 'This figure was withdrawn' })).toBeVisible();
	for (const gone of [`${address}.svg`, `${address}.png`, `${address}.csv`, address.replace('share', 'embed')]) expect((await page.request.get(gone)).status()).toBe(410);
	for (const never of ['/share/01ARZ3NDEKTSV4RRFFQ69G5FAV', '/share/01ARZ3NDEKTSV4RRFFQ69G5FAV.svg', '/embed/x']) expect((await page.request.get(server.url + never)).status()).toBe(404);
});

test('a server for the public shows published figures and nothing else', async ({ page, ownWarehouse, start }) => {
	const own = await start(ownWarehouse);
	const address = await published(page, own.url + built);
	const open = await start(ownWarehouse, { env: { NEEDLEPOINT_AUDIENCE: 'public' } });
	const status = async (path: string) => (await page.request.get(open.url + path)).status();
	const id = address.slice(-26);
	for (const shown of ['/share', `/share/${id}`, `/share/${id}.svg`, `/embed/${id}`, '/favicon.svg']) expect([shown, await status(shown)]).toEqual([shown, 200]);
	for (const hidden of ['/', '/api/recovery', '/evidence', built, '/figures/dose/1.svg', '/data/import', '/welcome', '/shared', '/methods']) expect([hidden, await status(hidden)]).toEqual([hidden, 404]);
	expect((await page.request.post(`${open.url}/share/${id}`)).status()).toBe(404);
});

test('labels that would run in a page or a spreadsheet are only text', async ({ page, folder, start }) => {
	const label = '<script>document.title="run"</script>';
	const codebook = join(folder, 'codebook.json');
	await writeFile(codebook, JSON.stringify({ conditions: [{ id: 'plantar-fasciitis', label }], protocols: [{ id: 'exercise-only', label: '=cmd()' }] }));
	const records = Array.from({ length: 60 }, (_, patient) => [1, 2, 3].map((session) => `synthetic-hostile-${patient},plantar-fasciitis,${session},${9 - session * 2 + (patient % (session + 1))},exercise-only,=cmd()`));
	await writeFile(join(folder, 'hostile.csv'), ['patient_id,condition,session_number,pain_before,protocol,clinic', ...records.flat(), ''].join('\n'));
	await importInto(join(folder, 'hostile'), join(folder, 'hostile.csv'), '--codebook', codebook);
	const server = await start(join(folder, 'hostile'));
	const address = await published(page, `${server.url}/evidence/build?question=recovery&condition=plantar-fasciitis`);
	await expect(page).not.toHaveTitle('run');
	await expect(page.locator('blockquote')).toContainText(label);
	const texts = [`${address}.svg`, `${address}.csv`, address.replace('share', 'embed'), `${server.url}/api/completeness?format=csv`, `${server.url}/api/records?format=csv`, `${server.url}/figures/recovery/1.svg?condition=plantar-fasciitis`];
	for (const text of texts) {
		const response = await page.request.get(text);
		expect([text, response.status()]).toEqual([text, 200]);
		expect(response.headers()['content-disposition'] ?? '').not.toMatch(/script|cmd/u);
		expect(await response.text()).not.toMatch(/<script|(^|,)=/mu);
	}
	expect((await page.request.get(`${address}.png`)).status()).toBe(200);
	await page.goto(address.replace('share', 'embed'));
	await expect(page).not.toHaveTitle('run');
});
