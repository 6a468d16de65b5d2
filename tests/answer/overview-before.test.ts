import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, onTestFinished, test } from 'vitest';
import { defaultCodebook } from '#lib/codebook/default-codebook.ts';
import { parseFilters } from '#lib/questions/filters.ts';
import { answer } from '#lib/server/answer.ts';
import { importFiles } from '#lib/server/intake/import-files.ts';
import { overviewBefore } from '#lib/server/overview-before.ts';
import { openWarehouse } from '#lib/server/warehouse/open.ts';
import { temporaryFolder } from '../intake/temporary-folder.ts';
import { visitLines } from './made-up-visits.ts';

const filters = (search = '') => parseFilters(new URLSearchParams(search));

/** Imports one file of so many patients for each number, one after the other, and opens the warehouse. */
async function after(...numbers: readonly number[]) {
	const folder = await temporaryFolder();
	const warehouse = join(folder, 'warehouse');
	for (const [index, patients] of numbers.entries()) {
		const file = join(folder, `${index}.csv`);
		await writeFile(file, visitLines(Array.from({ length: patients }, (_, patient) => ({ patient: `P${index}-${patient}`, scores: [7, 5 - index] }))).join('\n'));
		await importFiles({ files: [file], warehouse, codebook: defaultCodebook, mapping: { name: 'none', columns: {}, values: {} }, episodeGap: 90, datePrecision: 'month', dryRun: false, memoryLimit: '500MB' }, () => undefined);
	}
	const opened = await openWarehouse(warehouse, '500MB');
	onTestFinished(() => opened.close());
	return opened;
}

describe('the overview of the snapshot before', () => {
	test('is that of the last import but one, by the same filters', async () => {
		const warehouse = await after(30, 40);
		const now = await answer(warehouse, 'overview', filters());
		const before = await overviewBefore(warehouse, now.snapshot.id, filters());
		expect([now.all.patients, before?.all.patients, before?.all.change?.mean]).toEqual([70, 30, -2]);
		expect((await overviewBefore(warehouse, now.snapshot.id, filters('sex=male')))?.all.patients).toBe(15);
	});

	test('is none where there is no snapshot before', async () => {
		const warehouse = await after(30);
		const now = await answer(warehouse, 'overview', filters());
		expect(await overviewBefore(warehouse, now.snapshot.id, filters())).toBeNull();
	});

	test('is none where that snapshot cannot be read', async () => {
		const warehouse = await after(30, 40);
		const now = await answer(warehouse, 'overview', filters());
		const before = await overviewBefore(warehouse, now.snapshot.id, filters());
		await writeFile(join(warehouse.folder.snapshots, `snap-${before?.snapshot.id}.duckdb`), 'not a database');
		expect(await overviewBefore(warehouse, now.snapshot.id, filters('sex=female'))).toBeNull();
	});

	test('withholds what the snapshot itself would have withheld', async () => {
		const warehouse = await after(8, 40);
		const now = await answer(warehouse, 'overview', filters());
		expect((await overviewBefore(warehouse, now.snapshot.id, filters()))?.all).toMatchObject({ patients: null, change: null });
	});
});
