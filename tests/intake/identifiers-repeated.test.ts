import { describe, expect, test } from 'vitest';
import { repeatsName } from '#lib/server/intake/identifiers/repeats-name.ts';
import { importInto } from './import-into.ts';
import { snapshotRows } from './snapshot-rows.ts';
import { temporaryFolder } from './temporary-folder.ts';

const header = 'patient_id,condition,session_date,pain_before,surname,adverse_event';
const visits = (...events: readonly string[]) => [header, ...events.map((event, row) => `P${row},knee pain,2024-03-0${row + 1},5,${['Okonkwo-Baptiste', 'Žižková', 'Long'][row] ?? ''},${event}`)];
const kept = (folder: string) => snapshotRows(folder, 'SELECT adverse_event AS event FROM sessions JOIN episodes USING (episode_key) JOIN patients USING (patient_key) ORDER BY patient_id');
const leftOut = (count: number) => `holds a name in ${count} record${count === 1 ? '' : 's'} (HIPAA Safe Harbor, A): left out`;

describe('a name from a column that is left out', () => {
	test('is left out of the words of every record that repeat it, in any spelling, and never told', async () => {
		const folder = await temporaryFolder();
		const { notes } = await importInto(folder, { 'a.csv': visits('okonkwo felt faint', 'BAPTISTE fainted', 'zizkova called and sore', 'sore for a long time') }, { identifiers: 'drop' });
		expect(await kept(folder)).toEqual([{ event: null }, { event: null }, { event: null }, { event: 'sore for a long time' }]);
		expect(notes.filter((note) => note.includes('adverse_event'))).toEqual([`a.csv:2: adverse_event ${leftOut(3)}`]);
		expect(notes.join(' ')).not.toMatch(/okonkwo|baptiste|zizkov|žižkov/iu);
	});

	test('is found in other files of the import, and far below the first records', async () => {
		const folder = await temporaryFolder();
		const many = Array.from({ length: 1100 }, (_, row) => `Q${row},knee pain,2024-03-01,5,Zwetschbauer,`);
		const files = { 'a.csv': [header, ...many, 'Q9999,knee pain,2024-03-01,5,Wierzbicki,'], 'b.csv': ['patient_id,condition,session_date,pain_before,adverse_event', 'P1,knee pain,2024-03-01,5,wierzbicki sore'] };
		expect((await importInto(folder, files, { identifiers: 'drop' })).notes).toContain(`b.csv:2: adverse_event ${leftOut(1)}`);
	});

	test('is left out of objects as well', async () => {
		const folder = await temporaryFolder();
		const objects = ['{"patient_id":"P1","condition":"knee pain","session_number":1,"pain_before":5,"surname":"Wierzbicki","adverse_event":"wierzbicki sore"}'];
		expect((await importInto(folder, { 'a.ndjson': objects }, { identifiers: 'drop' })).notes).toContain(`a.ndjson:1: adverse_event ${leftOut(1)}`);
	});

	test('has the file refused where it is somebody’s id', async () => {
		const file = [header, ...Array.from({ length: 60 }, (_, row) => `C-${row},knee pain,2024-03-01,5,Wierzbicki,`), 'wierzbicki7,knee pain,2024-03-01,5,Wierzbicki,'];
		await expect(importInto(await temporaryFolder(), { 'a.csv': file }, { identifiers: 'drop' })).rejects.toThrow('a.csv:62: patient_id holds a name in 1 record');
	});

	test('that gets a pseudonym has the file refused where free words repeat it', async () => {
		const file = [header.replace('surname,', ''), ...['zwetschbauer', 'wierzbicki', 'okonkwoni'].map((name) => `${name},knee pain,2024-03-01,5,${name} sore`)];
		await expect(importInto(await temporaryFolder(), { 'a.csv': file }, { pseudonymize: true })).rejects.toThrow('a.csv:2: adverse_event holds a name in 3 records');
	});
});

describe('words of a name', () => {
	test.each<[string, 'text' | 'id' | 'payer', string, boolean]>([
		['a word of treatment, in small letters', 'text', 'pain in the heel', false],
		['a word of treatment, with a capital', 'text', 'called by Heel', true],
		['a word of English, in small letters', 'text', 'carter felt faint', true],
		['a particle', 'text', 'sore van der', false],
		['two letters, in small ones', 'text', 'xu sore', false],
		['two letters, with a capital', 'text', 'Xu sore', true],
		['a payer that is nobody', 'payer', 'Heel Care', false],
		['a payer who is somebody', 'payer', 'Xu Heel', true],
		['an id of more than them', 'id', 'xu-kappa', false],
	])('are %s', (_, kind, text, repeated) => {
		const words = ['heel', 'carter', 'van', 'der', 'xu'].filter((word) => text.toLowerCase().includes(word));
		expect(repeatsName(text, kind, words)).toBe(repeated);
	});
});
