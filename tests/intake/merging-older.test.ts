import { readdir, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { literal } from '#lib/record/sql.ts';
import { openEngine, run } from '#lib/server/warehouse/database.ts';
import { importInto } from './import-into.ts';
import { snapshotRows, snapshotVisits } from './snapshot-rows.ts';
import { temporaryFolder } from './temporary-folder.ts';

const header = 'patient_id,condition,session_number,session_date,pain_before';
const first = ['P1,knee pain,1,2024-01-03,7', 'P1,knee pain,2,2024-01-10,6'];

/** A warehouse with two visits of P1, published by a version that kept neither first days nor changes. */
async function olderWarehouse(): Promise<string> {
	const folder = await temporaryFolder();
	await importInto(folder, { 'a.csv': [header, ...first] });
	const snapshots = join(folder, 'warehouse', 'snapshots');
	const [file = ''] = (await readdir(snapshots)).filter((name) => name.endsWith('.duckdb'));
	const engine = await openEngine();
	const db = await engine.connect();
	await run(db, `ATTACH ${literal(join(snapshots, file))} AS older`);
	for (const sql of ['DROP TABLE older.anchors', 'DROP TABLE older.changes', 'ALTER TABLE older.sessions DROP number_told', `UPDATE older.snapshot SET fingerprint = 'of that version'`, 'DETACH older']) await run(db, sql);
	db.closeSync();
	engine.closeSync();
	const told = join(snapshots, file.replace('.duckdb', '.json'));
	await writeFile(told, (await readFile(told, 'utf8')).replace(/,?\s*"bytes":\s*\d+/u, ''));
	return folder;
}

async function pains(folder: string): Promise<string[]> {
	return (await snapshotVisits(folder)).map(({ patient, number, pain }) => `${String(patient)} ${String(number)} ${String(pain)}`);
}

describe('after a snapshot of an older version, an import', () => {
	test('of other patients adds to it', async () => {
		const folder = await olderWarehouse();
		await importInto(folder, { 'b.csv': [header, 'P2,knee pain,1,2024-02-01,4'] });
		expect(await pains(folder)).toEqual(['P1 1 7', 'P1 2 6', 'P2 1 4']);
	});

	test('of the same records says nothing new of them', async () => {
		const folder = await olderWarehouse();
		await importInto(folder, { 'a.csv': [header, ...first] });
		expect({ pains: await pains(folder), anchors: await snapshotRows(folder, 'SELECT count(*)::INTEGER AS count FROM anchors') }).toEqual({ pains: ['P1 1 7', 'P1 2 6'], anchors: [{ count: 1 }] });
	});

	test.each([
		['tells fewer visits of a course than the warehouse holds', [first[0] ?? ''], 'holds 2 visits and this import only 1, on days that cannot be read back: import the whole course again'],
		['tells only later visits of a course, by their numbers', ['P1,knee pain,3,2024-01-24,4', 'P1,knee pain,4,2024-01-29,3'], 'holds earlier visits than this import, on days that cannot be read back: import the whole course again'],
		['tells only later visits of a course, by their dates', ['P1,knee pain,1,2024-02-03,4', 'P1,knee pain,2,2024-02-10,3'], 'holds earlier visits than this import, on days that cannot be read back: import the whole course again'],
	])('that %s is refused in that course, and nothing is lost', async (_, visits, reason) => {
		const folder = await olderWarehouse();
		const { refusals } = await importInto(folder, { 'a.csv': [header, ...visits, 'P2,knee pain,1,2024-02-01,4'] });
		expect({ reasons: refusals.map((each) => each.reason.includes(reason)), pains: await pains(folder) }).toEqual({ reasons: [true], pains: ['P1 1 7', 'P1 2 6', 'P2 1 4'] });
	});

	test('that tells a course whole takes its place, and can be merged from then on', async () => {
		const folder = await olderWarehouse();
		await importInto(folder, { 'a.csv': [header, ...first, 'P1,knee pain,3,2024-01-17,5'] });
		await importInto(folder, { 'a.csv': [header, 'P1,knee pain,4,2024-01-24,4'] });
		expect((await snapshotVisits(folder)).map(({ number, day }) => [number, day])).toEqual([
			[1, 0],
			[2, 7],
			[3, 14],
			[4, 21],
		]);
	});
});
