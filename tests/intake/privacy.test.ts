import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { describe, expect, test } from 'vitest';
import { fields } from '#lib/record/fields.ts';
import { importInto } from './import-into.ts';
import { runProgram } from './run-program.ts';
import { snapshotRows } from './snapshot-rows.ts';
import { temporaryFolder } from './temporary-folder.ts';
import { writeFiles, type Files } from './write-files.ts';

const secret = 'quartz-zwetschgenbaum-rivulet';
const mapping = { name: 'plain', columns: {}, values: {}, units: { pain_before: 'points' } };
const header = 'patient_id,condition,session_date,pain_before,Remarks';
const rows = ['P1,knee pain,2024-03-01,7,SECRET', 'P1,knee pain,2024-03-08,99,SECRET', 'P2,knee pain,SECRET,5,SECRET', 'P3,SECRET,2024-03-08,5,', 'SECRET\u0001,knee pain,2024-03-08,5,'].map((row) => row.replaceAll('SECRET', secret));
const object = JSON.stringify({ patient_id: 'P1', condition: 'knee pain', session_date: '2024-03-01', pain_before: 7, Remarks: secret, nested: { secret } });

describe('a value of a column that nobody asked for', () => {
	test.each<[string, Files]>([
		['CSV', { 'a.csv': [header, ...rows] }],
		['NDJSON', { 'a.ndjson': [object, `{"patient_id":"P2","condition":"${secret}","session_number":1}`] }],
		['gzip', { 'a.csv.gz': gzipSync([header, ...rows].join('\n')) }],
	])('of %s stands nowhere in the warehouse', async (_, files) => {
		const folder = await temporaryFolder();
		const { outcome } = await importInto(folder, files, { mapping });
		expect({ outcome, found: await filesWith(join(folder, 'warehouse'), secret) }).toEqual({ outcome: 'published', found: [] });
	});

	test('is not in the report', async () => {
		expect(JSON.stringify(await importInto(await temporaryFolder(), { 'a.csv': [header, ...rows] }, { mapping }))).not.toContain(secret);
	});

	test('is found by the search of these tests where it does stand', async () => {
		const folder = await temporaryFolder();
		await importInto(folder, { 'a.csv': ['patient_id,condition,session_date,pain_before', `${secret},knee pain,2024-03-01,7`] });
		expect(await filesWith(join(folder, 'warehouse'), secret)).toHaveLength(1);
	});

	test('has a column that is named in the report', async () => {
		const { files, notes } = await importInto(await temporaryFolder(), { 'a.csv': [header, ...rows] }, { mapping });
		expect({ ignored: files[0]?.ignored, named: notes.includes('a.csv: columns not read: Remarks') }).toEqual({ ignored: ['Remarks'], named: true });
	});
});

/** Made-up people, one for each kind of identifier; none of these texts is a part of another. */
const people = [
	'Wilhelmina Quartzbrook',
	'Quartzbrook, Thomas',
	'71 Quartzbrook Street',
	'1971-11-23',
	'23/11/1972',
	'24 November 1973',
	'+64 21 555 0147',
	'(415) 555-2674',
	'fax 555-0175',
	'q.brook@example.org',
	'578-05-1120',
	'MRN 00774411',
	'policy no. QB7744112',
	'account 77441123',
	'licence no. QB774411',
	'plate QB 7744',
	'IMEI 490154203237518',
	'https://example.org/qbrook',
	'203.0.113.74',
	'fingerprint hash 7744aa',
	'IMG_774411.jpg',
	'94 years old Q.B.',
];
const ofStaff = people.filter((person) => /Quartzbrook|licence/u.test(person));
const texts = ['session_id', 'episode_id', 'clinic', 'therapist', 'payer', 'adverse_event'];
const names = fields.map(({ name }) => name);

describe('an identifier', () => {
	const good: Readonly<Record<string, string>> = { patient_id: 'P1', condition: 'knee pain', session_number: '1', pain_before: '5' };

	test.each(texts)('in %s has the file refused, or is left out, and stands nowhere', async (field) => {
		const planted = people.filter((person) => !['clinic', 'therapist', 'payer'].includes(field) || !ofStaff.includes(person));
		const file = { 'a.csv': [names.join(','), line(good), ...planted.map((person, place) => line({ ...good, patient_id: `P${place + 2}`, [field]: person }))] };
		const [refusing, dropping] = [await temporaryFolder(), await temporaryFolder()];
		const said = String(await importInto(refusing, file).catch((error: unknown) => error));
		const report = await importInto(dropping, file, { identifiers: 'drop' });
		expect(report).toMatchObject({ outcome: 'published', accepted: planted.length + 1 });
		expect(said).toMatch(new RegExp(`^Error: a\\.csv:3: ${field} holds an? `, 'u'));
		expect(await traces([refusing, dropping], [said, JSON.stringify(report)])).toEqual([]);
	});

	test('in patient_id has the file refused, or gets a pseudonym, and stands nowhere', async () => {
		const file = { 'a.csv': [names.join(','), ...people.map((person) => line({ ...good, patient_id: person, episode_id: `${person} 1`, session_id: `${person} 1 1` }))] };
		const [refusing, dropping, keyed] = [await temporaryFolder(), await temporaryFolder(), await temporaryFolder()];
		const said = String(await importInto(refusing, file).catch((error: unknown) => error));
		const still = String(await importInto(dropping, file, { identifiers: 'drop' }).catch((error: unknown) => error));
		const report = await importInto(keyed, file, { pseudonymize: true });
		expect([said, still]).toEqual([expect.stringMatching(/^Error: a\.csv:2: /u), expect.stringMatching(/^Error: a\.csv:2: patient_id/u)]);
		expect(report).toMatchObject({ outcome: 'published', accepted: people.length });
		expect(await traces([refusing, dropping, keyed], [said, still, JSON.stringify(report)])).toEqual([]);
	});

	test('in any column that holds no text, or that nobody knows, stands nowhere', async () => {
		const others = names.filter((name) => !texts.includes(name) && name !== 'patient_id');
		const lines = others.flatMap((name) => people.map((person, place) => `${line({ ...good, patient_id: `P${place}`, [name]: person })},"${person}"`));
		const folder = await temporaryFolder();
		const report = await importInto(folder, { 'a.csv': [`${names.join(',')},remarks`, `${line(good)},`, ...lines] }, { identifiers: 'drop', mapping });
		expect(report.rejected).toBe(lines.length);
		expect(await traces([folder], [JSON.stringify(report)])).toEqual([]);
	});

	test('in records that cannot be taken apart stands nowhere', async () => {
		const broken = people.flatMap((person) => [`${line(good)},"${person}",more`, `"${person}" x,${line(good)}`, person]);
		const damaged = Buffer.from(`${names.join(',')}\n${line(good)}\n${broken.join('\n')}\n${people.map((person) => `\u00e9${person}`).join('\n')}\nP\u00e9ter,knee pain`, 'latin1');
		for (const [name, content] of [['lines', [names.join(','), line(good), ...broken]], ['bytes', damaged]] as const) {
			for (const policy of ['refuse', 'drop'] as const) {
				const folder = await temporaryFolder();
				const said = await importInto(folder, { 'a.csv': content }, { identifiers: policy }).then(JSON.stringify, String);
				expect({ name, policy, traces: await traces([folder], [said]) }).toEqual({ name, policy, traces: [] });
			}
		}
	});

	test('in place of the columns’ names stands nowhere', async () => {
		for (const person of people) {
			const folder = await temporaryFolder();
			const said = String(await importInto(folder, { 'a.csv': [`P1,knee pain,1,"${person}"`, `P2,knee pain,1,"${person}"`] }).catch((error: unknown) => error));
			expect({ person, said: said.startsWith('Error: a.csv:1: looks like a record'), traces: await traces([folder], [said]) }).toEqual({ person, said: true, traces: [] });
		}
	});

	test('of JSON lines stands nowhere', async () => {
		const lines = people.map((person, place) => JSON.stringify({ ...good, patient_id: `P${place}`, adverse_event: person, remarks: person, deep: { person } }));
		const folder = await temporaryFolder();
		const report = await importInto(folder, { 'a.ndjson': [...lines, `{"patient_id":"${people[0]}`, `["${people[1]}"]`] }, { identifiers: 'drop' });
		expect(report.accepted).toBe(people.length);
		expect(await traces([folder], [JSON.stringify(report)])).toEqual([]);
	});

	test('is printed by no command', async () => {
		const folder = await temporaryFolder();
		const lines = people.map((person, place) => `${line({ ...good, patient_id: `P${place}`, adverse_event: person, pain_before: place % 2 === 0 ? '5' : person })},"${person}"`);
		const [file = ''] = await writeFiles(folder, { 'a.csv': [`${names.join(',')},remarks`, ...lines, ...people] });
		const warehouse = join(folder, 'store', 'warehouse');
		for (const options of [[], ['--identifiers', 'drop'], ['--identifiers', 'drop', '--pseudonymize', '--unit', 'pain_before=points']]) {
			const { stdout, stderr } = await runProgram('import', [file, '--warehouse', warehouse, ...options]);
			expect({ options, traces: await traces([join(folder, 'store')], [stdout, stderr]) }).toEqual({ options, traces: [] });
		}
	});

	function line(values: Readonly<Record<string, string>>): string {
		return names.map((name) => `"${values[name] ?? ''}"`).join(',');
	}
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

/** The people of whom something stands in a file under a folder, in a cell of a snapshot, or in a text. */
async function traces(folders: readonly string[], said: readonly string[]): Promise<string[]> {
	const files = (await Promise.all(folders.map(contents))).flat();
	const cells = await Promise.all(folders.map(async (folder) => JSON.stringify(await snapshotTexts(folder))));
	return people.filter((person) => [...files, ...said, ...cells].some((text) => text.includes(person)));
}

/** All texts of a published snapshot, which the engine may keep compressed; none where nothing is published. */
async function snapshotTexts(folder: string): Promise<unknown[]> {
	const tables = await snapshotRows(folder, 'SELECT table_name AS name FROM duckdb_tables() WHERE database_name = current_database()').catch(() => []);
	return Promise.all(tables.map(({ name }) => snapshotRows(folder, `SELECT to_json(kept)::VARCHAR AS kept FROM ${String(name)} AS kept`)));
}

/** What stands in the files of a warehouse, byte by byte. */
async function contents(folder: string): Promise<string[]> {
	const found = (await readdir(folder, { recursive: true, withFileTypes: true })).filter((entry) => entry.isFile() && entry.parentPath.includes('warehouse'));
	return Promise.all(found.map(async (entry) => (await readFile(join(entry.parentPath, entry.name))).toString('latin1')));
}

/** Files under a folder whose bytes contain a text. */
async function filesWith(folder: string, text: string): Promise<string[]> {
	const names = (await readdir(folder, { recursive: true, withFileTypes: true })).filter((entry) => entry.isFile()).map((entry) => join(entry.parentPath, entry.name));
	const found = await Promise.all(names.map(async (name) => ((await readFile(name)).includes(text) ? [name] : [])));
	return found.flat();
}
