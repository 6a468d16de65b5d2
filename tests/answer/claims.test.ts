import { mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { expect, onTestFinished, test } from 'vitest';
import { parseFilters } from '#lib/questions/filters.ts';
import { ask } from '#lib/server/ask.ts';
import { openWarehouse } from '#lib/server/warehouse/open.ts';
import { importInto } from '../intake/import-into.ts';
import { temporaryFolder } from '../intake/temporary-folder.ts';
import { leaflet } from './leaflet.ts';

/** 40 patients with one visit each; half paid themselves. */
const lines = ['patient_id,condition,session_number,pain_before,payer', ...Array.from({ length: 40 }, (_, i) => `P${i},knee pain,1,5,${i % 2 === 0 ? 'self-pay' : 'insurance'}`)];

async function ledger(files: Readonly<Record<string, string>>) {
	const folder = await temporaryFolder();
	await importInto(folder, { 'a.csv': lines });
	await mkdir(join(folder, 'warehouse', 'claims'));
	for (const [name, text] of Object.entries(files)) await writeFile(join(folder, 'warehouse', 'claims', name), text);
	const warehouse = await openWarehouse(join(folder, 'warehouse'), '500MB');
	onTestFinished(() => warehouse.close());
	return ask(warehouse, 'claims', parseFilters(new URLSearchParams()));
}

test('the shipped claims are judged by the answers of other questions', async () => {
	const { answer, table } = await ledger({});
	const [article] = answer.articles;
	expect(answer.articles).toHaveLength(1);
	expect(article?.claims.find(({ id }) => id === 'often-not-insured')).toMatchObject({ verdict: 'too few data', tests: [{ estimate: 0.5, n: 40 }] });
	expect(article?.claims.find(({ id }) => id === 'conditions-treated')?.verdict).toBe('too few data');
	expect(table.rows.length).toBeGreaterThan(12);
});

test('claims of the clinic are data in its warehouse', async () => {
	const { answer } = await ledger({ 'leaflet.json': JSON.stringify(leaflet) });
	expect(answer.articles[1]?.claims[0]).toMatchObject({ verdict: 'supported', printable: 'Of all courses, 100\u00a0% were for knee pain (95\u00a0% interval 91 to 100\u00a0%; 40 courses).' });
});

test('claims that cannot be read or judged are named, and the others are judged', async () => {
	const wrongColumn = JSON.stringify(leaflet).replace('"estimate":"estimate"', '"estimate":"mean"');
	const { answer } = await ledger({ 'a.json': '{', 'b.json': '{"claims": []}', 'c.json': wrongColumn, 'd.json': wrongColumn.replace('technique', 'nothing').replace('Our leaflet', 'Another') });
	expect(answer.articles).toHaveLength(1);
	expect(answer.caveats.filter((caveat) => /cannot be|can be read/u.test(caveat))).toEqual([
		expect.stringMatching(/^a\.json holds no claims that can be read/u),
		expect.stringMatching(/^b\.json holds no claims that can be read/u),
		expect.stringMatching(/^the claims of Our leaflet cannot be judged: technique has no column mean/u),
		'the claims of Another cannot be judged: there is no question nothing',
	]);
});
