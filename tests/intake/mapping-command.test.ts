import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { runProgram } from './run-program.ts';
import { snapshotVisits } from './snapshot-rows.ts';
import { temporaryFolder } from './temporary-folder.ts';
import { writeFiles, type Files } from './write-files.ts';

const german = { 'de.csv': ['Besuche;;;;', 'Kürzel;Datum;Diagnose;NRS vor;Notiz', 'A1;31.12.2024;Knieschmerz;7,5;x', 'A1;05.01.2025;Knieschmerz;6;x'] };
const visits = [
	{ patient: 'A1', condition: 'knee-pain', ordinal: 1, number: 1, day: 0, month: '2024-12', pain: 7.5 },
	{ patient: 'A1', condition: 'knee-pain', ordinal: 1, number: 2, day: 5, month: '2025-01', pain: 6 },
];

/** Imports files into a warehouse of their own folder by the command a person types, without a terminal. */
async function importing(folder: string, files: Files, ...options: string[]) {
	const paths = await writeFiles(join(folder, 'files'), files);
	const { code, stdout, stderr } = await runProgram('import', [...paths, '--warehouse', join(folder, 'warehouse'), ...options]);
	return { code, said: `${stdout}${stderr}` };
}

describe('headers of another language', () => {
	test('are shown with what they seem to be, and nothing is imported', async () => {
		const folder = await temporaryFolder();
		const { code, said } = await importing(folder, german);
		expect({ code, said }).toEqual({ code: 1, said: expect.stringMatching(/Kürzel +-> patient_id +known to german\n.*NRS vor +-> pain_before +known to german, such as 7,5\n.*--map auto accepts this/su) });
	});

	test('are read with --map auto, and what was assumed is said', async () => {
		const folder = await temporaryFolder();
		const { code, said } = await importing(folder, german, '--map', 'auto');
		expect({ code, said, visits: await snapshotVisits(folder) }).toEqual({ code: 0, visits, said: expect.stringMatching(/Kürzel as patient_id, .*the header is taken to be on line 2.*day first.*decimal comma/su) });
	});

	test('are read by the mapping that --save-map wrote', async () => {
		const folder = await temporaryFolder();
		const map = join(folder, 'ours.json');
		const saved = await importing(folder, german, '--save-map', map);
		const { code } = await importing(folder, german, '--map', map);
		expect({ saved: saved.code, code, visits: await snapshotVisits(folder), name: JSON.parse(await readFile(map, 'utf8')) }).toMatchObject({ saved: 0, code: 0, visits, name: { name: 'ours', skip: 1, decimal: ',' } });
	});

	test('are not written over a file that is there', async () => {
		const folder = await temporaryFolder();
		await writeFiles(folder, { 'ours.json': 'mine' });
		const { code, said } = await importing(folder, german, '--save-map', join(folder, 'ours.json'));
		expect({ code, said, kept: await readFile(join(folder, 'ours.json'), 'utf8') }).toEqual({ code: 1, said: expect.stringContaining('--save-map: there is such a file already'), kept: 'mine' });
	});
});

describe('files of different headers', () => {
	test('are each read by what their columns seem to be', async () => {
		const folder = await temporaryFolder();
		const { code } = await importing(folder, { ...german, 'en.csv': ['Patient code,Visit date,Diagnosis,Pain before', 'B1,2025-02-01,knee pain,4'] }, '--map', 'auto');
		expect({ code, patients: (await snapshotVisits(folder)).map(({ patient }) => patient) }).toEqual({ code: 0, patients: ['A1', 'A1', 'B1'] });
	});
});

describe('what can be read in two ways', () => {
	test('is refused with file, line and option, and nothing is imported', async () => {
		const { code, said } = await importing(await temporaryFolder(), { 'a.csv': ['patient_id,condition,session_date,pain_before', 'P1,knee pain,04/05/2025,5'] });
		expect({ code, said: said.split('\n').find((line) => line.startsWith('a.csv')) }).toEqual({ code: 1, said: expect.stringMatching(/^a\.csv:2: session_date: dates can be read in two ways.*--dates dmy.*--dates mdy/u) });
	});

	test('is refused for all files at once', async () => {
		const lines = ['patient_id,condition,session_date,pain_before', 'P1,knee pain,04/05/2025,5'];
		const { said } = await importing(await temporaryFolder(), { 'a.csv': lines, 'b.csv': lines });
		expect(said.match(/^[ab]\.csv:2: session_date: dates/gmu)).toEqual(['a.csv:2: session_date: dates', 'b.csv:2: session_date: dates']);
	});
});
