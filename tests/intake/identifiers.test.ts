import { chmod, stat, writeFile } from 'node:fs/promises';
import { randomBytes } from 'node:crypto';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { importInto } from './import-into.ts';
import { runProgram } from './run-program.ts';
import { snapshotRows } from './snapshot-rows.ts';
import { temporaryFolder } from './temporary-folder.ts';
import { writeFiles } from './write-files.ts';

const header = 'patient_id,condition,session_date,pain_before';
const visits = ['P1,knee pain,2024-03-01,7', 'P1,knee pain,2024-03-08,5', 'P2,knee pain,2024-03-04,6'];
const beside = (name: string, values: readonly string[]) => ({ 'a.csv': [`${header},${name}`, ...visits.map((visit, place) => `${visit},${values[place] ?? ''}`)] });

describe('a column that names people', () => {
	test.each([
		['Full Name', ['x', 'y', 'z'], 'a name', 'A'],
		['Patient_Surname', ['x', '', 'z'], 'a name', 'A'],
		['Vorname', ['x', 'y', 'z'], 'a name', 'A'],
		['Home Address', ['x', 'y', 'z'], 'an address or a place smaller than a state', 'B'],
		['ZIP', ['97201', '97202', '97203'], 'an address or a place smaller than a state', 'B'],
		['zip3', ['036', '972', '972'], 'an address or a place smaller than a state', 'B'],
		['DOB', ['x', 'y', 'z'], 'a date of birth, death, admission or discharge, or another full date', 'C'],
		['Fødselsdato', ['x', 'y', 'z'], 'a date of birth, death, admission or discharge, or another full date', 'C'],
		['d1', ['1971-02-03', '1984-05-06', '1990-07-08'], 'a date of birth, death, admission or discharge, or another full date', 'C'],
		['mobilePhone', ['x', 'y', 'z'], 'a telephone number', 'D'],
		['Fax No.', ['x', 'y', 'z'], 'a fax number', 'E'],
		['E-mail', ['x', 'y', 'z'], 'an e-mail address', 'F'],
		['NHS number', ['x', 'y', 'z'], 'a social security number or another national number', 'G'],
		['MRN', ['x', 'y', 'z'], 'a medical record number', 'H'],
		['Member ID', ['x', 'y', 'z'], 'a health plan number', 'I'],
		['IBAN', ['x', 'y', 'z'], 'an account number', 'J'],
		["Driver's licence", ['x', 'y', 'z'], 'a certificate or licence number', 'K'],
		['Number plate', ['x', 'y', 'z'], 'a vehicle number', 'L'],
		['Device serial', ['x', 'y', 'z'], 'a device number', 'M'],
		['Website', ['x', 'y', 'z'], 'a web address', 'N'],
		['IP address', ['x', 'y', 'z'], 'an IP address', 'O'],
		['Fingerprint', ['x', 'y', 'z'], 'a biometric identifier', 'P'],
		['Photo', ['x', 'y', 'z'], 'a photograph', 'Q'],
		['Strava ID', ['x', 'y', 'z'], 'another number or name that leads to one person', 'R'],
		['remarks', ['', 'see jane@example.org', ''], 'an e-mail address', 'F'],
		['who', ['Jane Doe', 'Jane Doe', 'Wiremu Parata'], 'a name', 'A'],
		['c7', ['078-05-1120', '078-05-1120', '219-09-9999'], 'a social security number or another national number', 'G'],
	])('called %s has its file refused, and is left out where that is asked for', async (name, values, label, letter) => {
		const folder = await temporaryFolder();
		const first = name === 'remarks' ? 3 : 2;
		const count = name === 'remarks' ? 1 : values.filter((value) => value !== '').length;
		const seen = `a.csv:${first}: column ${name} holds ${label} in ${count} of the first 3 records (HIPAA Safe Harbor, ${letter})`;
		await expect(importInto(folder, beside(name, values))).rejects.toThrow(`${seen}: delete the column and export again, or say --identifiers drop to leave it out`);
		const { outcome, notes } = await importInto(folder, beside(name, values), { identifiers: 'drop' });
		expect({ outcome, said: notes.includes(`${seen}: left out`) }).toEqual({ outcome: 'published', said: true });
	});

	test.each([
		['Referrer', ['x', 'y', 'z']],
		['notes', ['stiff', 'better', 'ran 5 km']],
		['email consent', ['yes', 'no', 'yes']],
		['Phone consultation', ['yes', 'no', 'yes']],
		['email', ['yes', 'no', 'yes']],
		['zip3', ['972', '972', '100']],
		['Birth date', ['1971', '1984', '1990']],
		['Next appointment', ['2024-03-15', '2024-03-22', '2024-03-18']],
		['State', ['Oregon', 'Oregon', 'Maine']],
		['Clinic name', ['Harbour', 'Harbour', 'Victoria Street']],
		['Provider', ['Jane Doe', 'Jane Doe', 'J. Smith']],
		['row', ['1', '2', '3']],
		['serial', ['17', '18', '19']],
		['BMI', ['22.4', '22.1', '25.0']],
		['Protocol name', ['a', 'b', 'c']],
	])('is not one called %s', async (name, values) => {
		const { outcome, notes } = await importInto(await temporaryFolder(), beside(name, values));
		expect({ outcome, unread: notes.includes(`a.csv: columns not read: ${name}`), leftOut: notes.filter((note) => note.includes('left out')) }).toEqual({ outcome: 'published', unread: true, leftOut: [] });
	});

	test('is named in every file at once', async () => {
		const files = { ...beside('E-mail', ['x']), 'b.csv': [`${header},DOB,Phone`, `${visits[0]},x,z`] };
		const error = await importInto(await temporaryFolder(), files).catch((refused: unknown) => String(refused));
		expect(String(error).match(/^(Error: )?[ab]\.csv:2: column (E-mail|DOB|Phone) holds/gmu)).toHaveLength(3);
	});

	test('stands in place of the columns’ names in a file without a header', async () => {
		const error = await importInto(await temporaryFolder(), { 'a.csv': ['P1,knee pain,jane@example.org,7', 'P2,knee pain,joe@example.org,7'] }).catch((refused: unknown) => String(refused));
		expect(error).toBe('Error: a.csv:1: looks like a record, and the first line must name the columns: add a line with their names above it (column 3 holds an e-mail address)');
	});
});

describe('a value that names a person', () => {
	const told = (event: string) => ({ 'a.csv': [`${header},adverse_event`, `${visits[0]},none`, `"P1",knee pain,2024-03-08,5,"two\nlines"`, `${visits[2]},${event}`] });

	test('has its file refused with field, count, file and line', async () => {
		await expect(importInto(await temporaryFolder(), told('call 415-555-2671'))).rejects.toThrow(
			'a.csv:5: adverse_event holds a telephone number in 1 record (HIPAA Safe Harbor, D): take it out of the file, or say --identifiers drop to leave such values out',
		);
	});

	test('is emptied where that is asked for, and its record is kept', async () => {
		const folder = await temporaryFolder();
		const { outcome, notes } = await importInto(folder, told('mail jane@example.org'), { identifiers: 'drop' });
		expect({ outcome, notes }).toEqual({ outcome: 'published', notes: ['a.csv:5: adverse_event holds an e-mail address in 1 record (HIPAA Safe Harbor, F): left out'] });
		expect(await snapshotRows(folder, 'SELECT adverse_event AS event FROM sessions ORDER BY event')).toEqual([{ event: 'none' }, { event: 'two\nlines' }, { event: null }]);
	});

	test.each(['jane.doe@example.org', 'Jane Doe', '1980-03-17', '078-05-1120', '+64 21 555 0123'])('is no pseudonym of a patient: %s', async (name) => {
		const file = { 'a.csv': [header, ...visits, `${name},knee pain,2024-03-09,4`] };
		for (const identifiers of ['refuse', 'drop'] as const) {
			const error = await importInto(await temporaryFolder(), file, { identifiers }).catch((refused: unknown) => String(refused));
			expect(error).toMatch(/^Error: a\.csv:5: patient_id holds an? .* in 1 record \(HIPAA Safe Harbor, [A-G]\): put a pseudonym in its place, or say --pseudonymize to have one made$/u);
		}
	});

	test('is found in a column whose numbers have the check digits of a national number', async () => {
		const numbers = ['4000000004', '4371234577', '4742469143', '5113703710', '5484938287', '6227407429', '6598641993', '7341111135'];
		const file = { 'a.csv': [header, ...numbers.map((number) => `${number},knee pain,2024-03-01,4`)] };
		await expect(importInto(await temporaryFolder(), file)).rejects.toThrow('a.csv:2: column patient_id holds a social security number or another national number in 8 of the first 8 records');
	});

	test('is not found in study ids of ten digits', async () => {
		const file = { 'a.csv': [header, ...Array.from({ length: 40 }, (_, place) => `${2_300_400_017 + place * 7_919_131},knee pain,2024-03-01,4`)] };
		expect(await importInto(await temporaryFolder(), file)).toMatchObject({ outcome: 'published', accepted: 40 });
	});
});

describe('an age', () => {
	test('is kept as a band of ten years, and above 89 as one band', async () => {
		const folder = await temporaryFolder();
		const ages = ['34', '9', '89', '90', '97 years', '104', '30-39', '90-94', '92+', '60+', '<18', '41.5'];
		await importInto(folder, { 'a.csv': [`${header},age_band`, ...ages.map((age, place) => `P${place},knee pain,2024-03-01,5,${age}`)] });
		const kept = await snapshotRows(folder, 'SELECT patient_id AS patient, age_band AS age FROM episodes JOIN patients USING (patient_key)');
		expect(ages.map((_, place) => kept.find(({ patient }) => patient === `P${place}`)?.['age'])).toEqual(['30-39', '0-9', '80-89', '90+', '90+', '90+', '30-39', '90+', '90+', '60+', '<18', '40-49']);
	});
});

describe('pseudonyms', () => {
	const named = { 'a.csv': [`${header},session_id`, 'jane@example.org,knee pain,2024-03-01,7,s1', 'jane@example.org,knee pain,2024-03-08,5,s2', 'synthetic-9,knee pain,2024-03-08,5,s3'].slice(0, 3) };
	const patients = 'SELECT patient_id AS patient FROM patients ORDER BY patient';

	test('take the place of ids, and are the same in the next import', async () => {
		const folder = await temporaryFolder();
		await importInto(folder, named, { pseudonymize: true });
		const [first] = await snapshotRows(folder, patients);
		const { outcome } = await importInto(folder, named, { pseudonymize: true });
		expect({ outcome, patient: first?.['patient'] }).toEqual({ outcome: 'unchanged', patient: expect.stringMatching(/^[0-9a-f]{32}$/u) });
		expect(await snapshotRows(folder, 'SELECT DISTINCT length(session_id)::INTEGER AS length FROM sessions')).toEqual([{ length: 32 }]);
	});

	test('still mark a made-up patient', async () => {
		const folder = await temporaryFolder();
		const { synthetic } = await importInto(folder, { 'a.csv': [header, 'synthetic-9,knee pain,2024-03-01,7'] }, { pseudonymize: true });
		expect({ synthetic, patients: await snapshotRows(folder, patients) }).toEqual({ synthetic: true, patients: [{ patient: expect.stringMatching(/^synthetic-[0-9a-f]{32}$/u) }] });
	});

	test('differ between two keys', async () => {
		const [one, other] = [await temporaryFolder(), await temporaryFolder()];
		for (const folder of [one, other]) await importInto(folder, named, { pseudonymize: true });
		expect(await snapshotRows(one, patients)).not.toEqual(await snapshotRows(other, patients));
	});

	test('made with another key are refused', async () => {
		const folder = await temporaryFolder();
		await importInto(folder, named, { pseudonymize: true });
		await writeFile(join(folder, 'other.key'), randomBytes(32), { mode: 0o600 });
		await expect(importInto(folder, named, { pseudonymize: true, keyFile: join(folder, 'other.key') })).rejects.toThrow('made with another key');
	});

	test('are never mixed with the ids of files', async () => {
		const [keyed, plain] = [await temporaryFolder(), await temporaryFolder()];
		await importInto(keyed, named, { pseudonymize: true });
		await expect(importInto(keyed, { 'a.csv': [header, ...visits] })).rejects.toThrow('say --pseudonymize');
		await importInto(plain, { 'a.csv': [header, ...visits] });
		await expect(importInto(plain, named, { pseudonymize: true })).rejects.toThrow('the published records keep the ids of their files');
	});

	test('of a dry run leave no key behind', async () => {
		const folder = await temporaryFolder();
		await importInto(folder, named, { pseudonymize: true, dryRun: true });
		await expect(stat(join(folder, 'warehouse.key'))).rejects.toThrow('ENOENT');
	});

	test('let a column be read as patient_id that names people', async () => {
		const mapping = { name: 'ours', columns: { patient_id: ['MRN'] }, values: {} };
		const file = { 'a.csv': [header.replace('patient_id', 'MRN'), ...visits] };
		await expect(importInto(await temporaryFolder(), file, { mapping })).rejects.toThrow('a.csv:2: column MRN, read as patient_id, holds a medical record number in 3 of the first 3 records (HIPAA Safe Harbor, H): put a pseudonym in its place');
		expect(await importInto(await temporaryFolder(), file, { mapping, pseudonymize: true })).toMatchObject({ outcome: 'published' });
	});
});

describe('npm run import', () => {
	test('says in one line what names people, ends with 1, and takes --identifiers drop and --pseudonymize', async () => {
		const folder = await temporaryFolder();
		const [file = ''] = await writeFiles(folder, { 'a.csv': [`${header},E-mail`, 'Jane Doe,knee pain,2024-03-01,7,jane@example.org'] });
		const warehouse = ['--warehouse', join(folder, 'warehouse')];
		const refused = await runProgram('import', [file, ...warehouse]);
		expect({ code: refused.code, said: refused.stderr.includes('a.csv:2: column E-mail holds an e-mail address in 1 of the first 1 records') }).toEqual({ code: 1, said: true });
		const dropped = await runProgram('import', [file, ...warehouse, '--identifiers', 'drop', '--pseudonymize', '--key', join(folder, 'my.key')]);
		expect({ code: dropped.code, said: dropped.stdout.includes('a.csv:2: column E-mail holds an e-mail address in 1 of the first 1 records (HIPAA Safe Harbor, F): left out') }).toEqual({ code: 0, said: true });
	});

	test('refuses a key that others can read', async () => {
		const folder = await temporaryFolder();
		const [file = '', key = ''] = await writeFiles(folder, { 'a.csv': [header, ...visits], 'my.key': randomBytes(32) });
		await chmod(key, 0o644);
		const { code, stderr } = await runProgram('import', [file, '--warehouse', join(folder, 'warehouse'), '--pseudonymize', '--key', key]);
		expect({ code, said: stderr.includes('the key file can be read by others') }).toEqual({ code: 1, said: true });
	});
});
