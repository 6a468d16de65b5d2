import { readFile, readdir } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { importInto } from './import-into.ts';
import { snapshotRows, snapshotVisits } from './snapshot-rows.ts';
import { temporaryFolder } from './temporary-folder.ts';

const header = 'patient_id,condition,session_number,session_date,pain_before';
const told = (patient: string, ...visits: string[]) => ({ 'a.csv': [header, ...visits.map((visit) => `${patient},knee pain,${visit}`)] });
const january = ['1,2024-01-03,7', '2,2024-01-10,6', '3,2024-01-17,5'];

async function pains(folder: string): Promise<unknown[]> {
	return (await snapshotVisits(folder)).map(({ patient, number, pain }) => `${String(patient)} ${String(number)} ${String(pain)}`);
}

describe('a second import', () => {
	test('of other patients adds to the first', async () => {
		const folder = await temporaryFolder();
		await importInto(folder, told('P1', ...january));
		const { sessions } = await importInto(folder, told('P2', '1,2024-02-01,4'));
		expect({ sessions, pains: await pains(folder) }).toEqual({ sessions: 4, pains: ['P1 1 7', 'P1 2 6', 'P1 3 5', 'P2 1 4'] });
	});

	test('keeps the scores of the first', async () => {
		const folder = await temporaryFolder();
		await importInto(folder, told('P1', ...january));
		await importInto(folder, told('P2', '1,2024-02-01,4'));
		expect(await snapshotRows(folder, 'SELECT score FROM scores ORDER BY score')).toEqual([4, 5, 6, 7].map((score) => ({ score })));
	});

	test('remembers the files and refusals of the first', async () => {
		const folder = await temporaryFolder();
		await importInto(folder, told('P1', ...january, '4,2024-01-24,11'));
		await importInto(folder, told('P2', '1,2024-02-01,4'));
		expect(await snapshotRows(folder, 'SELECT file, read, accepted, rejected, reason FROM imports LEFT JOIN refusals USING (import_id) ORDER BY read DESC')).toEqual([
			{ file: 'a.csv', read: 4, accepted: 3, rejected: 1, reason: 'pain_before must be 0 to 10' },
			{ file: 'a.csv', read: 1, accepted: 1, rejected: 0, reason: null },
		]);
	});

	test('that tells the whole course and more adds what is new', async () => {
		const folder = await temporaryFolder();
		await importInto(folder, told('P1', ...january));
		await importInto(folder, told('P1', ...january, '4,2024-02-01,4'));
		expect(await pains(folder)).toEqual(['P1 1 7', 'P1 2 6', 'P1 3 5', 'P1 4 4']);
	});

	test('with nothing acceptable is refused and leaves the first published', async () => {
		const folder = await temporaryFolder();
		const { snapshot } = await importInto(folder, told('P1', ...january));
		const second = await importInto(folder, told('P1', '1,2024-01-03,11'));
		expect({ outcome: second.outcome, current: await snapshotRows(folder, 'SELECT id FROM snapshot') }).toEqual({ outcome: 'refused', current: [{ id: snapshot }] });
	});
});

describe('a synthetic record', () => {
	const synthetic = told('synthetic-1', ...january);

	test('marks the snapshot as synthetic', async () => {
		const folder = await temporaryFolder();
		const { synthetic: said } = await importInto(folder, synthetic);
		expect({ said, kept: await snapshotRows(folder, 'SELECT synthetic FROM snapshot') }).toEqual({ said: true, kept: [{ synthetic: true }] });
	});

	test('gives way to real ones', async () => {
		const folder = await temporaryFolder();
		await importInto(folder, synthetic);
		const { synthetic: said, notes } = await importInto(folder, told('P1', ...january));
		expect({ said, notes, patients: await snapshotRows(folder, 'SELECT patient_id FROM patients') }).toEqual({
			said: false,
			notes: ['the synthetic records that were published are left out from now on'],
			patients: [{ patient_id: 'P1' }],
		});
	});

	test('is refused where real ones are', async () => {
		const folder = await temporaryFolder();
		await importInto(folder, told('P1', ...january));
		await expect(importInto(folder, synthetic)).rejects.toThrow('these records are synthetic and the warehouse holds real ones');
	});

	test('is refused among real ones', async () => {
		await expect(importInto(await temporaryFolder(), { ...synthetic, 'b.csv': [header, 'P1,knee pain,1,2024-01-01,5'] })).rejects.toThrow('these files hold real and synthetic records');
	});
});

describe('a dry run', () => {
	test('tells what an import would, and leaves no warehouse behind', async () => {
		const folder = await temporaryFolder();
		const report = await importInto(folder, told('P1', ...january, '4,2024-01-24,11'), { dryRun: true });
		expect({ report, left: await readdir(folder) }).toMatchObject({ report: { outcome: 'dry run', accepted: 3, rejected: 1, sessions: 3, snapshot: null, quarantine: null }, left: [expect.stringMatching(/^files-/)] });
	});

	test('changes nothing of a warehouse', async () => {
		const folder = await temporaryFolder();
		await importInto(folder, told('P1', ...january));
		const before = await contents(folder);
		await importInto(folder, told('P2', '1,2024-02-01,4', '2,2024-02-08,11'), { dryRun: true });
		expect(await contents(folder)).toEqual(before);
	});
});

/** Every file of the warehouse, with its bytes. */
async function contents(folder: string): Promise<Record<string, string>> {
	const entries = await readdir(join(folder, 'warehouse'), { recursive: true, withFileTypes: true });
	const files = entries.map(async (entry) => {
		const path = join(entry.parentPath, entry.name);
		return [path, entry.isFile() ? (await readFile(path)).toString('base64') : 'folder'] as const;
	});
	return Object.fromEntries(await Promise.all(files));
}
