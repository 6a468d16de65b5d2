import { readdir, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { literal } from '#lib/record/sql.ts';
import { openEngine, run } from '#lib/server/warehouse/database.ts';
import { importInto } from './import-into.ts';
import { snapshotRows } from './snapshot-rows.ts';
import { temporaryFolder } from './temporary-folder.ts';

const header = 'patient_id,condition,session_number,pain_before,sex,protocol';
const twoSexes = { 'a.csv': [header, 'P1,knee pain,1,7,female,', 'P1,hip pain,1,6,male,'] };
const sound = { 'b.csv': [header, 'P2,knee pain,1,7,female,'] };

async function kept(folder: string) {
	return snapshotRows(folder, 'SELECT flags.field, flags.rows, imports.file FROM flags JOIN imports USING (import_id) ORDER BY flags.field');
}

describe('what an import kept and is worth a look', () => {
	test('stays in the snapshot, by import', async () => {
		const folder = await temporaryFolder();
		const { flags } = await importInto(folder, twoSexes);
		expect(flags.map(({ field, rows }) => [field, rows])).toEqual([['sex', 1]]);
		expect(await kept(folder)).toEqual([{ field: 'sex', rows: 1, file: 'a.csv' }]);
	});

	test('stays through later imports, beside what those find', async () => {
		const folder = await temporaryFolder();
		await importInto(folder, twoSexes);
		await importInto(folder, sound);
		expect(await kept(folder)).toEqual([{ field: 'sex', rows: 1, file: 'a.csv' }]);
		await importInto(folder, { 'c.csv': [header, 'P3,knee pain,1,7,female,dry-needling-retained', 'P3,knee pain,2,6,female,dry-needling-pistoning'] });
		expect(await kept(folder)).toEqual([{ field: 'protocol', rows: 1, file: 'c.csv' }, { field: 'sex', rows: 1, file: 'a.csv' }]);
	});

	test('is kept from now on after a snapshot of a version that kept none', async () => {
		const folder = await temporaryFolder();
		await importInto(folder, sound);
		const snapshots = join(folder, 'warehouse', 'snapshots');
		const [file = ''] = (await readdir(snapshots)).filter((name) => name.endsWith('.duckdb'));
		const engine = await openEngine();
		const db = await engine.connect();
		await rm(join(snapshots, file.replace('.duckdb', '.json')));
		for (const sql of [`ATTACH ${literal(join(snapshots, file))} AS older`, 'DROP TABLE older.flags', 'DETACH older']) await run(db, sql);
		db.closeSync();
		engine.closeSync();
		await importInto(folder, twoSexes);
		expect(await kept(folder)).toEqual([{ field: 'sex', rows: 1, file: 'a.csv' }]);
	});
});
