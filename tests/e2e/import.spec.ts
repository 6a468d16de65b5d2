import AxeBuilder from '@axe-core/playwright';
import type { Page } from '@playwright/test';
import { readFile, readdir } from 'node:fs/promises';
import { request as ask, type IncomingMessage } from 'node:http';
import { networkInterfaces } from 'node:os';
import { join } from 'node:path';
import { text } from 'node:stream/consumers';
import { z } from 'zod';
import { expect, test } from './fixtures.ts';

const clinic = [
	'Patient;Visit date;Diagnosis;Pain pre;Phone',
	'synthetic-import-1;13.01.2026;knee pain;7,5;0171 2345678',
	'synthetic-import-2;14.01.2026;kne pain;6;0171 2345679',
	'synthetic-import-3;15.01.2026;hip pain;12;0171 2345670',
].join('\n');

const file = { name: 'clinic.csv', mimeType: 'text/csv', buffer: Buffer.from(clinic) };
const wcag22aa = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa'];
const patience = { timeout: 30_000 };

async function lookAtColumns(page: Page, url: string): Promise<void> {
	await page.goto(`${url}/data/import`);
	await page.getByLabel(/Choose files/).setInputFiles(file);
	await page.getByRole('button', { name: 'Look at the columns' }).click();
	await expect(page.getByRole('heading', { name: 'What are the columns?' })).toBeVisible(patience);
}

async function check(page: Page): Promise<void> {
	await page.getByLabel('leave out what names them').check();
	await page.getByRole('button', { name: 'Check every record' }).click();
	await expect(page.getByRole('heading', { name: 'This is what would happen' })).toBeVisible(patience);
}

async function runImport(page: Page): Promise<void> {
	await page.getByRole('button', { name: 'Import 1 record' }).click();
	await expect(page.getByRole('heading', { name: /^Imported: the dashboard shows .* now$/ })).toBeVisible(patience);
}

async function snapshotShown(url: string): Promise<string> {
	const answered = await fetch(`${url}/api/overview`);
	return z.object({ snapshot: z.object({ id: z.string() }) }).parse(await answered.json()).snapshot.id;
}

for (const javaScriptEnabled of [true, false]) {
	test.describe(javaScriptEnabled ? 'in the browser' : 'in the browser, without JavaScript', () => {
		test.use({ javaScriptEnabled });

		test('files are looked at, checked and imported, and the import is undone', async ({ page, ownWarehouse, start, complaints }) => {
			test.setTimeout(150_000);
			const { url } = await start(ownWarehouse);
			const before = await snapshotShown(url);
			await lookAtColumns(page, url);
			await expect(page.getByLabel('Diagnosis is read as')).toHaveValue('condition');
			await expect(page.getByText('Phone holds a telephone number')).toBeVisible();

			await check(page);
			await expect(page.getByText('3 records read = 1 accepted + 0 duplicates + 2 rejected.')).toBeVisible();
			const marked = page.getByRole('region', { name: 'Table of the first records of clinic.csv' }).getByRole('cell', { name: /must be/ });
			expect(await marked.allInnerTexts()).toEqual([expect.stringContaining('condition must be in the codebook'), expect.stringContaining('pain_before must be 0 to 10')]);
			expect(await page.locator('main').innerText()).not.toMatch(/synthetic-import|2345678|kne pain/);
			expect(await snapshotShown(url)).toBe(before);

			await runImport(page);
			const after = await snapshotShown(url);
			expect(after).not.toBe(before);
			const [download] = await Promise.all([page.waitForEvent('download'), page.getByRole('link', { name: /Every refused record/ }).click()]);
			expect(await readFile(await download.path(), 'utf8')).toMatch(/^file,line,field,value_class,reason\nclinic\.csv,3,condition,/);
			expect(await filesUnder(join(ownWarehouse, 'uploads'))).not.toContainEqual(expect.stringMatching(/clinic\.csv$/));

			await page.getByRole('link', { name: 'Undo the last import' }).click();
			await page.getByRole('button', { name: 'Undo the import' }).click();
			await expect(page.getByText('The last import is undone')).toBeVisible();
			expect(await snapshotShown(url)).toBe(before);
			expect(complaints).toEqual([]);
		});
	});
}

test('each step fits a small screen and meets WCAG 2.2 AA in light and dark colours', async ({ page, ownWarehouse, start }) => {
	test.setTimeout(150_000);
	await page.setViewportSize({ width: 360, height: 740 });
	const { url } = await start(ownWarehouse);
	const found: unknown[] = [];
	const look = async () => {
		for (const colorScheme of ['light', 'dark'] as const) {
			await page.emulateMedia({ colorScheme });
			const { violations } = await new AxeBuilder({ page }).withTags(wcag22aa).analyze();
			found.push(...violations.map(({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html.slice(0, 200)).join(' ')}`));
		}
		found.push(await page.evaluate(() => Math.max(0, document.documentElement.scrollWidth - 360)));
	};
	await page.goto(`${url}/data/import`);
	await look();
	await lookAtColumns(page, url);
	await look();
	await check(page);
	await look();
	await runImport(page);
	await page.getByRole('link', { name: 'Undo the last import' }).click();
	await look();
	expect(found).toEqual([0, 0, 0, 0]);
});

test('files can be dropped', async ({ page, baseURL }) => {
	await page.goto(`${baseURL ?? ''}/data/import`, { waitUntil: 'networkidle' });
	const transfer = await page.evaluateHandle(() => {
		const dropped = new DataTransfer();
		dropped.items.add(new File(['patient_id\n'], 'dropped.csv'));
		return dropped;
	});
	await page.locator('label:has(input[name=files])').dispatchEvent('drop', { dataTransfer: transfer });
	expect(await page.locator('input[name=files]').evaluate((input) => (input instanceof HTMLInputElement ? [...(input.files ?? [])].map(({ name }) => name) : []))).toEqual(['dropped.csv']);
});

test('a file that cannot be read is told of in words, and cancelled its folder is gone', async ({ page, ownWarehouse, start }) => {
	const { url } = await start(ownWarehouse);
	await page.goto(`${url}/data/import`);
	await page.getByLabel(/Choose files/).setInputFiles({ ...file, name: 'clinic.xlsx' });
	await page.getByRole('button', { name: 'Look at the columns' }).click();
	await expect(page.getByRole('alert')).toContainText('clinic.xlsx: ends in .xlsx and is no Excel workbook', patience);
	await page.getByRole('button', { name: 'Choose other files' }).click();
	await expect(page.getByRole('heading', { name: 'Which files?' })).toBeVisible();
	expect(await filesUnder(join(ownWarehouse, 'uploads'))).toEqual([]);
});

test('files beyond the limit are refused, before they are sent and after', async ({ page, ownWarehouse, start }) => {
	const { url } = await start(ownWarehouse, { env: { NEEDLEPOINT_UPLOAD_LIMIT: '1KB' } });
	await page.goto(`${url}/data/import`);
	await page.getByLabel(/Choose files/).setInputFiles({ ...file, buffer: Buffer.alloc(2000, 'x') });
	await page.getByRole('button', { name: 'Look at the columns' }).click();
	await expect(page.getByRole('alert')).toHaveText(/^these files are larger than 1 kB together/);
	const form = new FormData();
	form.append('files', new File(['x'.repeat(5000)], 'a.csv'));
	const answered = await fetch(`${url}/data/import/upload`, { method: 'POST', body: form, headers: { origin: url }, redirect: 'manual' });
	expect([answered.status, answered.headers.get('location')]).toEqual([303, '/data/import?refused=size']);
});

test.describe('a request that is not from this machine', () => {
	for (const path of ['/data/import', '/data/%69mport', '/data/import/upload', `/data/import/${'0'.repeat(32)}`, `/data/import/${'0'.repeat(32)}/quarantine`, '/data/import/__data.json']) {
		test(`is refused ${path} under another name`, async ({ baseURL }) => {
			const { status, said } = await send(baseURL ?? '', path, { host: 'evil.test' }, path.endsWith('upload') ? 'POST' : 'GET');
			expect([status, said]).toEqual([403, expect.stringContaining('only the machine that Needlepoint runs on may import')]);
		});
	}

	test('is refused where it was passed on for another', async ({ baseURL }) => {
		const { status, said } = await send(baseURL ?? '', '/data/import', { 'x-forwarded-for': '127.0.0.1' });
		expect([status, said]).toEqual([403, expect.stringContaining('this request came from elsewhere')]);
	});

	for (const origin of ['http://evil.test', 'null', undefined]) {
		test(`is refused where a page of ${origin ?? 'nobody knows where'} sends it`, async ({ baseURL }) => {
			const headers = { 'content-type': 'application/x-www-form-urlencoded', ...(origin === undefined ? {} : { origin }) };
			const { status, said } = await send(baseURL ?? '', '/data/import?/undo', headers, 'POST');
			expect([status, said]).toEqual([403, expect.stringContaining('sent from a page that is not of this dashboard')]);
		});
	}

	const outside = Object.values(networkInterfaces())
		.flatMap((each) => each ?? [])
		.find(({ internal, family }) => !internal && family === 'IPv4')?.address;
	const connected = outside === undefined ? () => undefined : test;

	connected('is refused by its address, whatever it says it is', async ({ ownWarehouse, start }) => {
		const { url } = await start(ownWarehouse, { env: { HOST: '0.0.0.0', ADDRESS_HEADER: 'x-claimed' } });
		const { status, said } = await send(`http://${outside ?? ''}:${new URL(url).port}`, '/data/import', { host: 'localhost', 'x-claimed': '127.0.0.1' });
		expect([status, said]).toEqual([403, expect.stringContaining('this request came from elsewhere')]);
	});
});

async function send(base: string, path: string, headers: Readonly<Record<string, string>>, method = 'GET'): Promise<{ status: number | undefined; said: string }> {
	const { hostname, port } = new URL(base);
	const response = await new Promise<IncomingMessage>((resolve, reject) => {
		ask({ hostname, port, path, method, headers: { accept: 'application/json', ...(method === 'POST' && { 'content-length': '0' }), ...headers } })
			.once('response', resolve)
			.once('error', reject)
			.end();
	});
	return { status: response.statusCode, said: await text(response) };
}

async function filesUnder(folder: string): Promise<string[]> {
	const entries = await readdir(folder, { recursive: true, withFileTypes: true }).catch(() => []);
	return entries.filter((entry) => entry.isFile()).map(({ name }) => name);
}
