import { chmod, mkdir, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { describe, expect, test } from 'vitest';
import { historyTable, standingSentence } from '#lib/questions/claims/history-words.ts';
import type { JudgedClaim } from '#lib/questions/claims/result.ts';
import { parseFilters } from '#lib/questions/filters.ts';
import { ask } from '#lib/server/ask.ts';
import { keptSnapshots, warehouseFolder } from '#lib/server/warehouse/folder.ts';
import { openWarehouse } from '#lib/server/warehouse/open.ts';
import { undo } from '#lib/server/warehouse/undo.ts';
import { importInto } from '../intake/import-into.ts';
import { runProgram } from '../intake/run-program.ts';
import { temporaryFolder } from '../intake/temporary-folder.ts';
import { leaflet } from './leaflet.ts';

async function clinic() {
	const folder = await temporaryFolder();
	const warehouse = warehouseFolder(join(folder, 'warehouse'));
	await mkdir(warehouse.claims, { recursive: true });
	await writeFile(join(warehouse.claims, 'leaflet.json'), JSON.stringify(leaflet));
	let patients = 0;
	return {
		warehouse,
		/** imports so many patients with these pains, one visit each */
		async visits(counts: Readonly<Record<string, number>>): Promise<void> {
			await pause(2);
			const lines = Object.entries(counts).flatMap(([condition, n]) => Array.from({ length: n }, () => `P${(patients += 1)},${condition},1,5`));
			await importInto(folder, { 'a.csv': ['patient_id,condition,session_number,pain_before', ...lines] });
		},
	};
}

async function ledger(root: string, search = '') {
	const warehouse = await openWarehouse(root, '500MB');
	try {
		const { answer, table } = await ask(warehouse, 'claims', parseFilters(new URLSearchParams(search)));
		return { answer, table };
	} finally {
		warehouse.close();
	}
}

async function knees(root: string, search = ''): Promise<JudgedClaim> {
	const { answer } = await ledger(root, search);
	const found = answer.articles[1]?.claims[0];
	if (found === undefined) throw new Error('the leaflet was not judged');
	return found;
}

const verdictsOf = ({ history }: JudgedClaim) => history.map(({ verdict, tests: [first] }) => [verdict, first?.n]);

describe('the verdicts on a claim', () => {
	test('are told from import to import, and how long the last has stood', async () => {
		const { warehouse, visits } = await clinic();
		await visits({ 'knee pain': 20, 'hip pain': 12 });
		const first = await knees(warehouse.root);
		expect([verdictsOf(first), standingSentence(first)]).toEqual([[['too few data', 32]], null]);
		await visits({ 'knee pain': 60 });
		expect(standingSentence(await knees(warehouse.root))).toBe('Supported since the last import; before: too few data.');
		await visits({ 'knee pain': 20 });
		const claim = await knees(warehouse.root);
		expect(verdictsOf(claim)).toEqual([['too few data', 32], ['supported', 92], ['supported', 112]]);
		expect(standingSentence(claim)).toBe('Supported for 2 imports; before: too few data.');
		await visits({ 'hip pain': 400 });
		expect(standingSentence(await knees(warehouse.root))).toBe('Not supported since the last import; before: supported.');
	});

	test('are reached on the snapshots that are kept where nobody looked before', async () => {
		const { warehouse, visits } = await clinic();
		for (let imports = 0; imports < 3; imports += 1) await visits({ 'knee pain': 30 });
		const claim = await knees(warehouse.root);
		expect(verdictsOf(claim)).toEqual([['supported', 30], ['supported', 60], ['supported', 90]]);
		expect(standingSentence(claim)).toBe('Supported at each of 3 imports.');
	});

	test('outlive the snapshots that they were reached on', async () => {
		const { warehouse, visits } = await clinic();
		await visits({ 'knee pain': 20, 'hip pain': 12 });
		await knees(warehouse.root);
		for (let imports = 0; imports < 6; imports += 1) await visits({ 'knee pain': 20 });
		const { history } = await knees(warehouse.root);
		const kept = await keptSnapshots(warehouse);
		expect({ first: history[0]?.verdict, kept: kept.includes(history[0]?.snapshot ?? '') }).toEqual({ first: 'too few data', kept: false });
		expect(history.slice(1).map(({ snapshot }) => snapshot)).toEqual(kept.toReversed());
	});

	test('are not reached twice on one snapshot', async () => {
		const { warehouse, visits } = await clinic();
		await visits({ 'knee pain': 30 });
		await knees(warehouse.root);
		const [name = ''] = await readdir(warehouse.verdicts);
		const path = join(warehouse.verdicts, name);
		await writeFile(path, (await readFile(path, 'utf8')).replaceAll('"n":30', '"n":12345'));
		expect(verdictsOf(await knees(warehouse.root))).toEqual([['supported', 12345]]);
	});

	test('begin anew where the claim is edited', async () => {
		const { warehouse, visits } = await clinic();
		await visits({ 'knee pain': 30, 'hip pain': 30 });
		await knees(warehouse.root);
		await rm(warehouse.snapshots, { recursive: true });
		await rm(warehouse.current);
		await visits({ 'knee pain': 30, 'hip pain': 30 });
		expect(verdictsOf(await knees(warehouse.root))).toHaveLength(2);
		await writeFile(join(warehouse.claims, 'leaflet.json'), JSON.stringify(leaflet).replace('0.6', '0.1'));
		expect(verdictsOf(await knees(warehouse.root))).toEqual([['supported', 60]]);
	});

	test('of an import that was undone are forgotten', async () => {
		const { warehouse, visits } = await clinic();
		await visits({ 'knee pain': 30 });
		await visits({ 'hip pain': 400 });
		await knees(warehouse.root);
		await undo(warehouse);
		expect(verdictsOf(await knees(warehouse.root))).toEqual([['supported', 30]]);
		await visits({ 'knee pain': 10 });
		expect(verdictsOf(await knees(warehouse.root))).toEqual([['supported', 30], ['supported', 40]]);
	});

	test('on made-up records are not told beside those on a clinic’s own', async () => {
		const { warehouse, visits } = await clinic();
		const sample = await importInto(dirname(warehouse.root), { 'sample.csv': ['patient_id,condition,session_number,pain_before', ...Array.from({ length: 30 }, (_, index) => `synthetic-1-${index},knee pain,1,5`)] });
		await visits({ 'knee pain': 20 });
		expect([sample.snapshot === null, verdictsOf(await knees(warehouse.root))]).toEqual([false, [['supported', 20]]]);
	});

	test('on a part of the records are not kept', async () => {
		const { warehouse, visits } = await clinic();
		await visits({ 'knee pain': 30, 'hip pain': 30 });
		expect((await knees(warehouse.root, 'condition=knee-pain')).history).toEqual([]);
		expect(await readdir(warehouse.root)).not.toContain('verdicts');
	});

	test('survive a file that is damaged, and a folder that may not be written to', async () => {
		const { warehouse, visits } = await clinic();
		await visits({ 'knee pain': 30 });
		await visits({ 'knee pain': 30 });
		await mkdir(warehouse.verdicts);
		const [newest = '', oldest = ''] = await keptSnapshots(warehouse);
		await writeFile(join(warehouse.verdicts, `${oldest}.json`), '{"snapshot":');
		expect(verdictsOf(await knees(warehouse.root))).toEqual([['supported', 30], ['supported', 60]]);
		await rm(warehouse.verdicts, { recursive: true });
		await writeFile(warehouse.verdicts, 'a file, where a folder should be');
		await chmod(warehouse.verdicts, 0o400);
		expect((await knees(warehouse.root)).history.map(({ snapshot }) => snapshot)).toEqual([newest]);
	});

	test('are in the table that commands and files take', async () => {
		const { warehouse, visits } = await clinic();
		await visits({ 'knee pain': 20, 'hip pain': 12 });
		await ledger(warehouse.root);
		await visits({ 'knee pain': 60 });
		const { table } = await ledger(warehouse.root);
		const row = table.rows.find((cells) => cells.includes('knees')) ?? [];
		const cell = (column: string) => row[table.columns.indexOf(column)];
		expect(['verdict', 'verdict_imports', 'verdict_before', 'estimate_before'].map(cell)).toEqual(['supported', 1, 'too few data', 0.625]);
		const { stdout } = await runProgram('ask', ['claims', '--csv', '--warehouse', warehouse.root]);
		expect(stdout).toMatch(/^.*,verdict_imports,verdict_since,verdict_before,estimate_before,snapshot,synthetic$/mu);
		expect(stdout).toMatch(/,1,2\d{3}-[^,]+,too few data,0\.625,/u);
	});

	test('are a table of their own on the page, newest first, with interval and base', async () => {
		const { warehouse, visits } = await clinic();
		await visits({ 'knee pain': 20, 'hip pain': 12 });
		await visits({ 'knee pain': 60 });
		const { columns, rows } = historyTable(await knees(warehouse.root));
		expect([columns, rows.map(([, ...cells]) => cells)]).toEqual([
			['Published', 'Verdict', 'knee pain'],
			[
				['supported', '87\u00a0% (95\u00a0% interval 79 to 92\u00a0%; 92 courses)'],
				['too few data', '63\u00a0% (95\u00a0% interval 45 to 77\u00a0%; 32 courses)'],
			],
		]);
	});
});
