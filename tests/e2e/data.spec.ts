import { z } from 'zod';
import { expect, test } from './fixtures.ts';

const cell = z.union([z.string(), z.number(), z.null()]);
const records = z.object({
	imports: z.array(z.object({ file: z.string(), read: z.number(), accepted: z.number(), duplicates: z.number(), rejected: z.number() })).min(1),
	visits: z.array(z.object({ clinic: z.string(), months: z.array(z.object({ month: z.string(), visits: z.number().nullable() })) })).min(1),
});
const completeness = z.object({ followUp: z.object({ count: z.number(), n: z.number(), lower: z.number(), upper: z.number() }), records: z.record(z.string(), cell) });

test('says at the top whether the figures can be trusted, with the numbers that the API gives', async ({ page, request }) => {
	const { followUp } = completeness.parse(await (await request.get('/api/completeness')).json());
	await page.goto('/data');
	const answer = page.locator('h1 + p');
	await expect(answer).toContainText(/^(Yes|With care|Only in part), and only to see how this works, since the records are made up: /);
	await expect(answer).toContainText(`of the ${followUp.n.toLocaleString('en-GB')} episodes can tell of a change (95\u00a0% interval ${(100 * followUp.lower).toFixed(0)} to ${(100 * followUp.upper).toFixed(0)}\u00a0%)`);
});

test('accounts for every record of every file', async ({ page, request }) => {
	const { imports } = records.parse(await (await request.get('/api/records')).json());
	for (const { read, accepted, duplicates, rejected } of imports) expect(accepted + duplicates + rejected).toBe(read);
	await page.goto('/data');
	const total = imports.reduce((sum, { read }) => sum + read, 0);
	await expect(page.getByText(new RegExp(`${total.toLocaleString('en-GB')} records read from ${imports.length} files? = `))).toBeVisible();
});

test('gives the same visits in its table, in JSON and in CSV', async ({ page, request }) => {
	const { visits } = records.parse(await (await request.get('/api/records')).json());
	const csv = await (await request.get('/api/records?format=csv')).text();
	const newest = visits.map(({ months }) => months.at(-1)?.visits ?? null);
	expect(csv).toContain(`visits,${visits[0]?.clinic},${visits[0]?.months.at(-1)?.month},${newest[0] ?? ''},${newest[0] === null},`);
	await page.goto('/data');
	const figure = page.locator('figure', { hasText: 'Visits by clinic and month' });
	await figure.getByText('The same numbers as a table').click();
	const first = figure.locator('tbody tr').first().locator('td');
	await expect(first).toHaveText(newest.map((n) => (n === null ? 'withheld' : n.toLocaleString('en-GB'))));
});

test('each figure stands beside a sentence and a table, with numbers of its own', async ({ page }) => {
	await page.goto('/data');
	const figures = page.locator('figure');
	const count = await figures.count();
	expect(count).toBeGreaterThanOrEqual(6);
	await expect(page.locator('p', { hasText: /^In words\./ })).toHaveCount(count);
	await expect(figures.locator('table')).toHaveCount(count);
	await expect(figures.locator('h3')).toHaveText(Array.from({ length: count }, (_, index) => new RegExp(`^Figure ${index + 1} `)));
});

test.describe('without JavaScript', () => {
	test.use({ javaScriptEnabled: false });

	test('leads to the dictionary and to the import', async ({ page }) => {
		await page.goto('/data');
		await page.getByRole('link', { name: 'What each column holds' }).click();
		await expect(page).toHaveURL(/#dictionary$/);
		await page.getByText('The columns that an import knows').first().click();
		await expect(page.getByRole('rowheader', { name: 'session_number' })).toBeVisible();
		await expect(page.getByRole('link', { name: 'Import records' })).toHaveAttribute('href', '/data/import');
	});
});
