import { describe, expect, test } from 'vitest';
import { importInto } from './import-into.ts';
import { temporaryFolder } from './temporary-folder.ts';

const visits = (ids: readonly string[]) => ['patient_id,condition,session_number,pain_before', ...ids.map((id) => `${id},knee pain,1,5`)];
const imported = async (ids: readonly string[], options = {}) => importInto(await temporaryFolder(), { 'a.csv': visits(ids) }, options);
const surnames = ['Zwetschbauer', 'Waitere', 'Kowalniak', 'Lehtovaara', 'Wangiru', 'Montranger'];
const counted = Array.from({ length: 200 }, (_, place) => `C-${String(place + 1).padStart(3, '0')}`);

describe('ids of patients', () => {
	test('that are words as names are have the file refused, until they get pseudonyms', async () => {
		await expect(imported(surnames)).rejects.toThrow('a.csv:2: column patient_id holds a name in 6 of the first 6 records (HIPAA Safe Harbor, A): put a pseudonym in its place, or say --pseudonymize to have one made');
		await expect(imported(surnames, { identifiers: 'drop' })).rejects.toThrow('a.csv:2: column patient_id holds a name');
		expect(await imported(surnames, { pseudonymize: true })).toMatchObject({ accepted: 6 });
	});

	test.each([[3, 'refused'], [2, 'told'], [1, 'told']])('that are surnames of %i patients are %s, without the name', async (patients, fate) => {
		const ids = surnames.slice(0, patients);
		const said = await imported(ids).then(({ notes }) => `told: ${notes.join(' ')}`, (error: unknown) => `refused: ${String(error)}`);
		expect({ fate: said.split(':')[0], named: ids.filter((id) => said.includes(id)) }).toEqual({ fate, named: [] });
		expect(said).toContain('column patient_id holds');
	});

	test('that are a single surname in small letters are told of', async () => {
		const { accepted, notes } = await imported(['wierzbicki']);
		expect({ accepted, notes }).toEqual({ accepted: 1, notes: [expect.stringContaining('a.csv:2: column patient_id holds words, as names are')] });
	});

	test('that are words which pseudonyms are made of pass without a word', async () => {
		expect(await imported(['otter', 'bluefox', 'amber-otter-12', 'river stone', 'Falcon'])).toMatchObject({ accepted: 5, notes: [] });
	});

	test.each([
		['a describing word and a noun', ['zesty-gnomon-17', 'plucky-abacus-3', 'serene-sextant-88', 'jovial-anvil-41']],
		['the same without a number', ['zesty-gnomon', 'plucky_abacus', 'serene sextant', 'jovial.anvil']],
		['a plain noun and a number', ['quokka07', 'tulip07', 'pancake12', 'icicle3']],
	])('that are %s pass without a word', async (_, ids) => {
		expect(await imported(ids)).toMatchObject({ accepted: 4, notes: [] });
	});

	test('that are a describing word and a given name are refused', async () => {
		await expect(imported(['zesty-gnomon', 'plucky-margaret', 'serene-sextant'])).rejects.toThrow('holds a name');
	});

	test('among which a surname stands beside such words are refused', async () => {
		await expect(imported(['otter', 'falcon', 'heron', 'zwetschbauer'])).rejects.toThrow('a.csv:2: column patient_id holds a name in 4 of the first 4 records');
	});

	test('that are bare numbers far apart are told of, and no more where they get pseudonyms', async () => {
		const ids = ['4829175', '1048823', '7720164'];
		const told = 'a.csv:2: column patient_id holds bare numbers far apart, as those of records, accounts, telephones and insurances are: where they were not made for this export alone, say --pseudonymize to have others made';
		const [plain, keyed] = [await imported(ids), await imported(ids, { pseudonymize: true })];
		expect([plain.accepted, plain.notes, keyed.notes.includes(told)]).toEqual([3, [told], false]);
	});

	test('of which a few are words among many that are not are told of, with the line of the first and without it', async () => {
		const { accepted, notes } = await imported([...counted, 'Zwetschbauer']);
		expect({ accepted, notes }).toEqual({ accepted: 201, notes: ['a.csv:202: patient_id is a word in 1 of 201 patients, where the others have digits: look whether it is a name, and say --pseudonymize if so'] });
	});

	test.each([['e38f0dec12a94bce7716f0aa'], ['9f86d081-884c-4d63-a41d-05dec19f8a00'], ['3e8dec80ab12']])('that are drawn or computed pass, whatever their letters spell: %s', async (id) => {
		expect(await imported([id, ...counted])).toMatchObject({ accepted: 201, notes: [] });
	});
});
