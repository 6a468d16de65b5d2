import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { describe, expect, test } from 'vitest';
import { literal } from '#lib/record/sql.ts';
import { openEngine, run } from '#lib/server/warehouse/database.ts';
import { importInto } from './import-into.ts';
import { snapshotVisits } from './snapshot-rows.ts';
import { temporaryFolder } from './temporary-folder.ts';
import type { Files } from './write-files.ts';

const table = [
	['patient_id', 'condition', 'session_date', 'pain_before'],
	['P1', 'knee pain', '2024-03-01', '7'],
	['P1', 'knee pain', '2024-03-08', '5.5'],
	['P2', 'hip pain', '2024-04-02', ''],
];
const visits = [
	{ patient: 'P1', condition: 'knee-pain', ordinal: 1, number: 1, day: 0, month: '2024-03', pain: 7 },
	{ patient: 'P1', condition: 'knee-pain', ordinal: 1, number: 2, day: 7, month: '2024-03', pain: 5.5 },
	{ patient: 'P2', condition: 'hip-pain', ordinal: 1, number: 1, day: 0, month: '2024-04', pain: null },
];
const [header = [], ...body] = table;
const delimited = (delimiter: string) => table.map((row) => row.join(delimiter));
const objects = body.map((row) => JSON.stringify(Object.fromEntries(row.map((text, column) => [header[column], text === '' ? null : text]))));
const quoted = table.map((row) => row.map((text) => `"${text}"`).join(','));

describe('an import', () => {
	test.each<[string, Files]>([
		['commas', { 'a.csv': delimited(',') }],
		['tabs', { 'a.tsv': delimited('\t') }],
		['semicolons', { 'a.csv': delimited(';') }],
		['bars', { 'a.txt': delimited('|') }],
		['every value in quotes', { 'a.csv': quoted }],
		['CRLF line ends', { 'a.csv': delimited(',').join('\r\n') }],
		['CR line ends', { 'a.csv': delimited(',').join('\r') }],
		['line ends of several kinds', { 'a.csv': `${delimited(',').slice(0, 2).join('\r\n')}\r\n${delimited(',').slice(2).join('\n')}` }],
		['UTF-16 with a byte-order mark', { 'a.csv': Buffer.from(`\ufeff${delimited('\t').join('\r\n')}`, 'utf16le') }],
		['UTF-16 without one', { 'a.csv': Buffer.from(delimited(',').join('\n'), 'utf16le') }],
		['big-endian UTF-16 in gzip', { 'a.csv.gz': gzipSync(Buffer.from(`\ufeff${delimited(',').join('\n')}`, 'utf16le').swap16()) }],
		['a first line that names the delimiter', { 'a.csv': ['sep=|', ...delimited('|')].join('\r\n') }],
		['a byte-order mark', { 'a.csv': `\ufeff${delimited(',').join('\n')}` }],
		['no line end at the end', { 'a.csv': delimited(',').join('\n') }],
		['blank lines', { 'a.csv': delimited(',').join('\n\n') }],
		['gzip', { 'a.csv.gz': delimited(',') }],
		['gzip under a name in capitals', { 'A.TSV.gz': delimited('\t') }],
		['NDJSON', { 'a.ndjson': objects }],
		['NDJSON in gzip', { 'a.jsonl.gz': objects }],
		['NDJSON with a byte-order mark, CRLF and blank lines', { 'a.ndjson': `\ufeff${objects.join('\r\n\r\n')}\r\n` }],
		['several files', { 'a.csv': delimited(',').slice(0, 3), 'b.ndjson': objects.slice(2) }],
	])('reads %s', async (_, files) => {
		const folder = await temporaryFolder();
		await importInto(folder, files);
		expect(await snapshotVisits(folder)).toEqual(visits);
	});

	test('reads Windows-1252 where nothing is UTF-8, and says so', async () => {
		const folder = await temporaryFolder();
		const mapping = { name: 'clinic', columns: { patient_id: ['Kürzel'] }, values: { condition: { Hüfte: 'hip-pain' } } };
		const { notes } = await importInto(folder, { 'a.csv': Buffer.from('Kürzel;condition;session_number;pain_before\nP1;Hüfte;1;5', 'latin1') }, { mapping });
		expect({ notes, visits: await snapshotVisits(folder) }).toMatchObject({ notes: [expect.stringContaining('Windows-1252')], visits: [{ patient: 'P1', condition: 'hip-pain' }] });
	});

	test('reads Parquet, with its own types', async () => {
		const folder = await temporaryFolder();
		await importInto(folder, { 'a.parquet': await parquet(folder) });
		expect(await snapshotVisits(folder)).toEqual(visits);
	});

	test('reads numbers and truths of NDJSON as such', async () => {
		const folder = await temporaryFolder();
		const { accepted } = await importInto(folder, { 'a.ndjson': ['{"patient_id":12,"condition":"knee pain","session_number":1,"pain_before":4.5,"ultrasound_guided":true}'] });
		expect({ accepted, visits: await snapshotVisits(folder) }).toMatchObject({ accepted: 1, visits: [{ patient: '12', pain: 4.5 }] });
	});

	test.each([
		['beside no letter case, spaces or hyphens', 'Patient ID,CONDITION,session-date,Pain Before'],
		['with dots and blanks around', ' patient.id , condition ,Session.Date,pain_before'],
	])('knows columns %s', async (_, names) => {
		const folder = await temporaryFolder();
		await importInto(folder, { 'a.csv': [names, ...delimited(',').slice(1)] });
		expect(await snapshotVisits(folder)).toEqual(visits);
	});

	test('renames columns and values by a mapping', async () => {
		const folder = await temporaryFolder();
		const mapping = { name: 'clinic', columns: { patient_id: ['PID', 'Patient'], pain_before: ['VAS vor'] }, values: { condition: { Knie: 'knee-pain', Hüfte: 'hip-pain' } } };
		await importInto(folder, { 'a.csv': ['PID;condition;session_date;VAS vor', 'P1;KNIE;2024-03-01;7', 'P1;knie;2024-03-08;5.5', 'P2;hüfte;2024-04-02;'] }, { mapping });
		expect(await snapshotVisits(folder)).toEqual(visits);
	});

	test('prefers the column that the mapping names to one of the canonical name', async () => {
		const folder = await temporaryFolder();
		const mapping = { name: 'clinic', columns: { pain_before: ['NRS'] }, values: {} };
		const { files } = await importInto(folder, { 'a.csv': ['patient_id,condition,session_number,pain_before,NRS', 'P1,knee pain,1,9,3'] }, { mapping });
		expect({ ignored: files[0]?.ignored, visits: await snapshotVisits(folder) }).toMatchObject({ ignored: ['pain_before'], visits: [{ pain: 3 }] });
	});

	test('refuses a mapping to an entry that the codebook lacks', async () => {
		const mapping = { name: 'clinic', columns: {}, values: { condition: { Knie: 'knie' } } };
		await expect(importInto(await temporaryFolder(), { 'a.csv': delimited(',') }, { mapping })).rejects.toThrow('mapping: values.condition names an entry that the codebook lacks: knie');
	});

	test.each([
		['a comment sign', '# P3,knee pain,2024-05-01,4'],
		['fewer columns than the header', 'P3,knee pain'],
		['more columns than the header', 'P3,knee pain,2024-05-01,4,x'],
		['text after a closing quote', 'P3,"knee" pain,2024-05-01,4'],
	])('counts a line with %s', async (_, line) => {
		const folder = await temporaryFolder();
		expect(await importInto(folder, { 'a.csv': [...delimited(','), line] })).toMatchObject({ read: 4 });
	});

	test('reads a file whose records all have a column too many as refused, one by one', async () => {
		const folder = await temporaryFolder();
		const { outcome, rejected } = await importInto(folder, { 'a.csv': ['patient_id,condition,session_number,pain_before', 'P1,knee pain,1,5,x', 'P1,knee pain,2,4,x'] });
		expect({ outcome, rejected }).toEqual({ outcome: 'refused', rejected: 2 });
	});
});

async function parquet(folder: string): Promise<Buffer> {
	const engine = await openEngine();
	const db = await engine.connect();
	const path = join(folder, 'made.parquet');
	const values = body.map(([patient, condition, date, pain]) => `(${literal(patient ?? '')}, ${literal(condition ?? '')}, DATE ${literal(date ?? '')}, ${pain === '' ? 'NULL' : pain}::DECIMAL(4, 2))`);
	await run(db, `COPY (SELECT * FROM (VALUES ${values.join(', ')}) AS made(${header.join(', ')})) TO ${literal(path)} (FORMAT parquet)`);
	db.closeSync();
	engine.closeSync();
	return readFile(path);
}
