import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { describe, expect, test } from 'vitest';
import { importInto } from './import-into.ts';
import { snapshotRows } from './snapshot-rows.ts';
import { temporaryFolder } from './temporary-folder.ts';
import type { Files } from './write-files.ts';

const secret = 'Jacinda-Zwetschgenbaum';
const header = 'patient_id,condition,session_date,pain_before,Full Name';
const rows = ['P1,knee pain,2024-03-01,7,SECRET', 'P1,knee pain,2024-03-08,99,SECRET', 'P2,knee pain,SECRET,5,SECRET', 'P3,SECRET,2024-03-08,5,', 'SECRET\u0001,knee pain,2024-03-08,5,'].map((row) => row.replaceAll('SECRET', secret));
const object = JSON.stringify({ patient_id: 'P1', condition: 'knee pain', session_date: '2024-03-01', pain_before: 7, 'Full Name': secret, nested: { secret } });

describe('a value of a column that nobody asked for', () => {
	test.each<[string, Files]>([
		['CSV', { 'a.csv': [header, ...rows] }],
		['NDJSON', { 'a.ndjson': [object, `{"patient_id":"P2","condition":"${secret}","session_number":1}`] }],
		['gzip', { 'a.csv.gz': gzipSync([header, ...rows].join('\n')) }],
	])('of %s stands nowhere in the warehouse', async (_, files) => {
		const folder = await temporaryFolder();
		const { outcome } = await importInto(folder, files);
		expect({ outcome, found: await filesWith(join(folder, 'warehouse'), secret) }).toEqual({ outcome: 'published', found: [] });
	});

	test('is not in the report', async () => {
		expect(JSON.stringify(await importInto(await temporaryFolder(), { 'a.csv': [header, ...rows] }))).not.toContain(secret);
	});

	test('is found by the search of these tests where it does stand', async () => {
		const folder = await temporaryFolder();
		await importInto(folder, { 'a.csv': ['patient_id,condition,session_date,pain_before', `${secret},knee pain,2024-03-01,7`] });
		expect(await filesWith(join(folder, 'warehouse'), secret)).toHaveLength(1);
	});

	test('has a column that is named in the report', async () => {
		const { files, notes } = await importInto(await temporaryFolder(), { 'a.csv': [header, ...rows] });
		expect({ ignored: files[0]?.ignored, notes }).toEqual({ ignored: ['Full Name'], notes: ['a.csv: columns not read: Full Name'] });
	});
});

describe('a calendar date', () => {
	const dated = { 'a.csv': ['patient_id,condition,session_date,pain_before', 'P1,knee pain,2024-03-17,7', 'P1,knee pain,2024-05-19,5'] };
	const periods = `SELECT session_number AS number, day_offset AS day, sessions.period AS period, episodes.period AS begun, date_precision AS precision FROM sessions JOIN episodes USING (episode_key), snapshot ORDER BY number`;

	test('is kept as the month and the days since the episode began', async () => {
		const folder = await temporaryFolder();
		await importInto(folder, dated);
		expect(await snapshotRows(folder, periods)).toEqual([
			{ number: 1, day: 0, period: '2024-03', begun: '2024-Q1', precision: 'month' },
			{ number: 2, day: 63, period: '2024-05', begun: '2024-Q1', precision: 'month' },
		]);
	});

	test('is kept as the year where that is asked for', async () => {
		const folder = await temporaryFolder();
		await importInto(folder, dated, { datePrecision: 'year' });
		expect(await snapshotRows(folder, periods)).toEqual([
			{ number: 1, day: 0, period: '2024', begun: '2024', precision: 'year' },
			{ number: 2, day: 63, period: '2024', begun: '2024', precision: 'year' },
		]);
	});

	test('stands in no file of the warehouse', async () => {
		const folder = await temporaryFolder();
		await importInto(folder, dated);
		expect(await filesWith(join(folder, 'warehouse'), '2024-03-17')).toEqual([]);
	});

	test('stands in no file with its month where years are asked for', async () => {
		const folder = await temporaryFolder();
		await importInto(folder, dated, { datePrecision: 'year' });
		expect(await filesWith(join(folder, 'warehouse'), '2024-03')).toEqual([]);
	});

	test('of an earlier import loses its month too where years are asked for', async () => {
		const folder = await temporaryFolder();
		await importInto(folder, dated);
		await importInto(folder, { 'b.csv': ['patient_id,condition,session_date,pain_before', 'P2,knee pain,2025-01-17,7'] }, { datePrecision: 'year' });
		expect(await snapshotRows(folder, 'SELECT DISTINCT period FROM sessions UNION SELECT DISTINCT period FROM episodes ORDER BY period')).toEqual([{ period: '2024' }, { period: '2025' }]);
	});
});

/** Files under a folder whose bytes contain a text. */
async function filesWith(folder: string, text: string): Promise<string[]> {
	const names = (await readdir(folder, { recursive: true, withFileTypes: true })).filter((entry) => entry.isFile()).map((entry) => join(entry.parentPath, entry.name));
	const found = await Promise.all(names.map(async (name) => ((await readFile(name)).includes(text) ? [name] : [])));
	return found.flat();
}
