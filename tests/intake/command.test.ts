import { access, mkdir, readdir, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { describe, expect, test } from 'vitest';
import { runProgram } from './run-program.ts';
import { temporaryFolder } from './temporary-folder.ts';
import { writeFiles, type Files } from './write-files.ts';

const header = 'patient_id,condition,session_number,pain_before';
const good = { 'good.csv': [header, 'P1,knee pain,1,5'] };
const elbow = JSON.stringify({ conditions: [{ id: 'tennis-elbow', label: 'Tennis elbow' }] });

/** Imports files into a warehouse of their own folder by the command a person types. */
async function importing(folder: string, files: Files, ...options: string[]) {
	const paths = await writeFiles(join(folder, 'files'), files);
	return runProgram('import', [...paths, '--warehouse', join(folder, 'warehouse'), ...options]);
}

describe('npm run import', () => {
	test('ends with 0 where all went in', async () => {
		const { code, stdout } = await importing(await temporaryFolder(), good);
		expect({ code, stdout }).toEqual({ code: 0, stdout: expect.stringMatching(/^good\.csv: 1 records read = 1 accepted \+ 0 duplicates \+ 0 rejected\npublished snapshot [0-9A-Z]{26} with 1 sessions\n$/u) });
	});

	test('ends with 2 where it published and some records are in quarantine', async () => {
		const folder = await temporaryFolder();
		const { code, stdout } = await importing(folder, { 'a.csv': [header, 'P1,knee pain,1,5', 'P1,knee pain,2,11'] });
		const quarantine = join(folder, 'warehouse', 'quarantine');
		const [file = ''] = await readdir(quarantine);
		expect({ code, named: stdout.includes(join(quarantine, file)), reason: stdout.includes('a.csv:3: pain_before must be 0 to 10') }).toEqual({ code: 2, named: true, reason: true });
	});

	test('ends with 1 where no record is acceptable', async () => {
		const { code, stdout } = await importing(await temporaryFolder(), { 'a.csv': [header, 'P1,knee pain,2,11'] });
		expect({ code, last: stdout.trimEnd().split('\n').at(-1) }).toEqual({ code: 1, last: 'refused: not one record was acceptable, and nothing has changed' });
	});

	test('ends with 0 and says so where the warehouse holds all of it', async () => {
		const folder = await temporaryFolder();
		await importing(folder, good);
		const { code, stdout } = await importing(folder, good);
		expect({ code, last: stdout.trimEnd().split('\n').at(-1) }).toEqual({ code: 0, last: expect.stringMatching(/^nothing new: snapshot [0-9A-Z]{26} holds all of this already$/u) });
	});

	test('prints with --json the report and nothing else', async () => {
		const { stdout } = await importing(await temporaryFolder(), { 'a.csv': [`${header},colour`, 'P1,knee pain,1,5,x', 'P1,knee pain,1,5,x', 'P1,knee pain,2,11,x'] }, '--json');
		expect(JSON.parse(stdout)).toEqual({
			outcome: 'published',
			snapshot: expect.stringMatching(/^[0-9A-Z]{26}$/u),
			synthetic: false,
			read: 3,
			accepted: 1,
			duplicates: 1,
			rejected: 1,
			sessions: 1,
			files: [{ name: 'a.csv', sha256: expect.stringMatching(/^[0-9a-f]{64}$/u), read: 3, accepted: 1, duplicates: 1, rejected: 1, ignored: ['colour'] }],
			refusals: [{ field: 'pain_before', reason: 'pain_before must be 0 to 10', rows: 1, first: 'a.csv:4' }],
			flags: [],
			changed: [],
			quarantine: expect.stringMatching(/quarantine.[0-9A-Z]{26}\.csv$/u),
			notes: ['a.csv: columns not read: colour'],
		});
	});

	test('tells its steps on stderr, a line each, where that is no terminal', async () => {
		const { stderr } = await importing(await temporaryFolder(), good);
		expect(stderr).toMatch(/^reading\nchecking\nforming episodes\ncounting\nbuilding\npublishing\ndone in [0-9.]+ s\n$/u);
	});

	test('reads a codebook that is named, and one that lies in the warehouse', async () => {
		const folder = await temporaryFolder();
		const [codebook = ''] = await writeFiles(folder, { 'elbow.json': elbow });
		await writeFiles(join(folder, 'warehouse'), { 'codebook.json': JSON.stringify({ protocols: [{ id: 'acupressure', label: 'Acupressure' }] }) });
		const { code } = await importing(folder, { 'a.csv': [`${header},protocol`, 'P1,Tennis Elbow,1,5,acupressure'] }, '--codebook', codebook);
		expect(code).toBe(0);
	});

	test('reads a mapping that is named by its file', async () => {
		const folder = await temporaryFolder();
		const [map = ''] = await writeFiles(folder, { 'ours.json': JSON.stringify({ name: 'ours', columns: { patient_id: ['PID'] } }) });
		expect(await importing(folder, { 'a.csv': ['PID,condition,session_number,pain_before', 'P1,knee pain,1,5'] }, '--map', map)).toMatchObject({ code: 0 });
	});
});

describe('an import that cannot be', () => {
	test.each<[string, Files, readonly string[], string]>([
		['of a web page', { 'a.csv': '<!DOCTYPE html><title>Log in</title>' }, [], 'a.csv: is a web page'],
		['of JSON under the name of a table', { 'a.csv': '[{"patient_id":"P1"}]' }, [], 'a.csv: is JSON'],
		['of an empty file', { 'a.csv': '' }, [], 'a.csv: is empty'],
		['of a header alone', { 'a.csv': `${header}\n` }, [], 'a.csv: no record below the header'],
		['of a header and blank lines', { 'a.csv': `${header}\n\n\n` }, [], 'a.csv: no record below the header'],
		['of a ZIP file under the name of a CSV file', { 'a.csv': Buffer.from('PK\u0003\u0004rest of it') }, [], 'a.csv: is a ZIP or Excel file: save it as CSV and import that'],
		['of a gzip file that does not say so', { 'a.csv': gzipSync(header) }, [], 'a.csv: is gzip-compressed: let its name end in .gz'],
		['of a gzip file that is none', { 'a.csv.gz': Buffer.from(header) }, [], 'a.csv.gz: ends in .gz and is not gzip-compressed'],
		['of a PDF', { 'a.pdf': '%PDF' }, [], 'a.pdf: is a PDF, not a table: export the records as CSV or XLSX'],
		['of a file of another kind', { 'a.odt': 'hello' }, [], 'a.odt: is none of .csv, .tsv, .txt, .json, .ndjson, .jsonl (each also .gz), .xlsx or .parquet'],
		['of a gzip file that was cut off', { 'a.csv.gz': gzipSync(`${header}\n${'P1,knee pain,1,5\n'.repeat(9000)}`).subarray(0, 120) }, [], 'a.csv.gz: is a damaged or unfinished gzip file: fetch it again'],
		['of a Parquet file that is none', { 'a.parquet': 'PAR1 and no more' }, [], 'a.parquet: cannot be read as a table'],
		['without a patient column', { 'a.csv': 'condition,session_number,pain_before\nknee pain,1,5' }, [], 'a.csv:1: no column for patient_id: rename a column, or name it in a mapping (--map)'],
		['without a date or number column', { 'a.csv': 'patient_id,condition,pain_before,when\nP1,knee pain,5,1' }, [], 'a.csv:1: no column for session_number or session_date: one of them must be there; columns not known: when'],
		['without a score column', { 'a.csv': 'patient_id,condition,session_number,measure\nP1,knee pain,5,1' }, [], 'a.csv:1: no column for a score: pain_before, or measure with score'],
		['with two columns of one meaning', { 'a.csv': `${header},Pain Before\nP1,knee pain,1,5,5` }, [], 'a.csv:1: 2 columns are read as pain_before (pain_before, Pain Before): keep one'],
		['of NDJSON without a patient', { 'a.ndjson': '{"a":1}' }, [], 'a.ndjson:1: no column for patient_id or condition: rename a column'],
		['with a mapping that is not there', good, ['--map', 'nobody'], '--map: there is no mapping nobody in data/mappings, nor such a file'],
		['with an option that is not there', good, ['--fast'], "Unknown option '--fast'"],
		['with half a day as the gap', good, ['--episode-gap', '0.5'], '--episode-gap must be a whole number of days: 0.5'],
		['with weeks as dates', good, ['--date-precision', 'week'], '--date-precision must be month or year: week'],
	])('%s says so in one line, ends with 1 and changes nothing', async (_, files, options, line) => {
		const folder = await temporaryFolder();
		const { code, stdout, stderr } = await importing(folder, files, ...options);
		const said = stderr.split('\n').filter((each) => !/^(reading|checking|forming episodes|counting|done in .*|)$/u.test(each));
		expect({ code, stdout, said, changed: await exists(join(folder, 'warehouse')) }).toEqual({ code: 1, stdout: '', said: [expect.stringContaining(line)], changed: false });
	});

	test('of a file that is not there says so in one line', async () => {
		const folder = await temporaryFolder();
		const { code, stderr } = await runProgram('import', [join(folder, 'nothing.csv'), '--warehouse', join(folder, 'warehouse')]);
		expect({ code, said: stderr.includes('nothing.csv: there is no such file\n') }).toEqual({ code: 1, said: true });
	});

	test('of a folder says so in one line', async () => {
		const folder = await temporaryFolder();
		await mkdir(join(folder, 'a.csv'));
		const { code, stderr } = await runProgram('import', [join(folder, 'a.csv'), '--warehouse', join(folder, 'warehouse')]);
		expect({ code, said: /^a\.csv: is a folder: name the files in it$/mu.test(stderr) }).toEqual({ code: 1, said: true });
	});

	test.each([
		['that is no JSON', '{', /^own\.json: .*JSON/mu],
		['that names a wrong entry', '{"conditions":[{"id":"Knee"}]}', /^own\.json: conditions\[0\]\.id must be lower-case words joined by hyphens: "Knee"/mu],
	])('with a codebook %s says where', async (_, text, message) => {
		const folder = await temporaryFolder();
		await writeFile(join(folder, 'own.json'), text);
		const { code, stderr } = await importing(folder, good, '--codebook', join(folder, 'own.json'));
		expect({ code, said: message.test(stderr) }).toEqual({ code: 1, said: true });
	});

	test('because of one file of two leaves out the other too', async () => {
		const folder = await temporaryFolder();
		const { code } = await importing(folder, { ...good, 'bad.csv': 'a,b\n1,2' });
		expect({ code, changed: await exists(join(folder, 'warehouse')) }).toEqual({ code: 1, changed: false });
	});
});

describe('npm run status', () => {
	test('lists the snapshots, the published one marked', async () => {
		const folder = await temporaryFolder();
		await importing(folder, good);
		await importing(folder, { 'more.csv': [header, 'P2,knee pain,1,5'] });
		const { stdout } = await runProgram('status', ['--warehouse', join(folder, 'warehouse')]);
		expect(stdout).toMatch(/^→ [0-9A-Z]{26} {2}\S+ {2}2 sessions, 2 episodes, 2 patients\n {2}[0-9A-Z]{26} {2}\S+ {2}1 sessions, 1 episodes, 1 patients\n$/u);
	});

	test('says where nothing has been imported', async () => {
		const folder = await temporaryFolder();
		expect(await runProgram('status', ['--warehouse', folder])).toMatchObject({ code: 0, stdout: `no snapshot in ${folder} yet: run npm run import -- FILE\n` });
	});

	test('is JSON that a machine reads', async () => {
		const folder = await temporaryFolder();
		await importing(folder, good);
		const current = JSON.parse(await readFile(join(folder, 'warehouse', 'current.json'), 'utf8'));
		const { stdout } = await runProgram('status', ['--warehouse', join(folder, 'warehouse'), '--json']);
		expect(JSON.parse(stdout)).toMatchObject([{ ...current, sessions: 1, episodes: 1, patients: 1, synthetic: false, current: true }]);
	});
});

async function exists(path: string): Promise<boolean> {
	return access(path).then(
		() => true,
		() => false,
	);
}
