import { readFile } from 'node:fs/promises';
import { csvParse } from 'd3-dsv';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { defaultCodebook } from '#lib/codebook/default-codebook.ts';
import { codebookTerms, normaliseTerm } from '#lib/codebook/terms.ts';
import { recordSchema, type Resolve } from '#lib/record/schema.ts';
import { importInto } from '../intake/import-into.ts';
import { temporaryFolder } from '../intake/temporary-folder.ts';

const ids = new Map(codebookTerms(defaultCodebook).map(({ kind, term, id }) => [`${kind} ${term}`, id]));
const resolve: Resolve = (kind, value) => ids.get(`${kind} ${normaliseTerm(value)}`);
const measures = new Map(defaultCodebook.measures.map(({ id, minimum, maximum, columns }) => [id, { minimum, maximum, holdsPainBefore: columns.includes('pain_before') }]));
const schema = recordSchema(resolve, (id) => measures.get(id), new Date().toISOString().slice(0, 10));

const blank = ['', ' ', '\t', '\u00a0', ' \r\n '];
const some = (...values: string[]) => fc.constantFrom(...values, ...values, ...blank);

const record = fc.record({
	patient_id: fc.boolean(),
	missing: fc.constantFrom(...blank),
	condition: fc.constantFrom('Knee pain', 'knee-pain', ' LOW BACK PAIN ', 'plantar fascitis', ...blank),
	session_number: some('1', '2.0', '0', 'one'),
	session_date: some('2024-03-01', ' 2024-03-02 10:00', '2024-02-30', 'first of March'),
	pain_before: some('5', '5.0', '11', '?'),
	measure: some('NPRS', 'LEFS', 'ODI', 'vibes'),
	score: some('5', '-1', '80', '81', '1e9', 'x'),
});

describe('a record', () => {
	test('is refused by the import where the schema refuses it, and for no other', async () => {
		const { records, faults } = await imported();
		expect(records.map((_, place) => faults.has(place + 2))).toEqual(records.map((each) => !schema.safeParse(each).success));
	});

	test('is refused by the import with the words of the schema', async () => {
		const { records, faults } = await imported();
		const said = records.map((_, place) => faults.get(place + 2) ?? []);
		const unsaid = records.flatMap((each, place) => schema.safeParse(each).error?.issues.map(({ message }) => message).filter((message) => said[place]?.includes(message) !== true) ?? []);
		expect(unsaid).toEqual([]);
	});

	test.each([
		['without a patient', { patient_id: '' }, 'patient_id is missing'],
		['without a condition', { condition: ' ' }, 'condition is missing'],
		['without a date and a number', { session_number: '' }, 'session_date is missing, and session_number too'],
		['with a score of nothing', { score: '5' }, 'measure is missing, so nobody can tell what score means'],
		['with a score beyond its measure', { measure: 'LEFS', score: '81' }, 'score must be within the range of its measure, 0 to 80'],
		['with two pains before', { measure: 'NPRS', score: '4', pain_before: '5' }, 'score and pain_before are the same measure and disagree'],
	])('%s is refused', (_, fault, message) => {
		const sound = { patient_id: 'P1', condition: 'knee pain', session_number: '1' };
		expect(schema.safeParse({ ...sound, ...fault }).error?.issues.map((issue) => issue.message)).toEqual([message]);
	});

	test('without a score is accepted as attended', () => {
		expect(schema.safeParse({ patient_id: 'P1', condition: 'knee pain', session_number: '1' }).success).toBe(true);
	});
});

/** Random records, imported together, with the reasons for which each line was refused. */
async function imported() {
	const drawn = fc.sample(record, { numRuns: 1500, seed: 7 });
	const records = drawn.map(({ patient_id: named, missing, ...rest }, place) => ({ ...rest, patient_id: named ? `P${place}` : missing, therapist: 'T1' }));
	const folder = await temporaryFolder();
	const report = await importInto(folder, { 'records.ndjson': ['{}', ...records.map((each) => JSON.stringify(each))] });
	const faults = new Map<number, string[]>();
	for (const { line = '', reason = '' } of csvParse(await readFile(report.quarantine ?? '', 'utf8'))) {
		faults.set(Number(line), [...(faults.get(Number(line)) ?? []), reason.replace(/; nearest: .*$/u, '')]);
	}
	return { records, faults };
}
