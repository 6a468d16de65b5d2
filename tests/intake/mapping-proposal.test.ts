import { describe, expect, test } from 'vitest';
import { defaultCodebook } from '#lib/codebook/default-codebook.ts';
import type { FieldName } from '#lib/record/fields.ts';
import type { Mapping } from '#lib/server/intake/mapping.ts';
import { proposeMapping, type Proposal } from '#lib/server/intake/propose-mapping.ts';
import { proposalInWords } from '#lib/server/intake/propose-mapping-words.ts';
import { shippedMappings } from '#lib/server/intake/shipped-mappings.ts';

const none: Mapping = { name: 'none', columns: {}, values: {} };
const shipped = await shippedMappings();

/** What is proposed for a table, whose first row are the headers. */
function propose([headers = [], ...records]: readonly (readonly string[])[], given: Mapping = none): Proposal {
	return proposeMapping(headers, records, defaultCodebook, shipped, given);
}

function columnsOf(proposal: Proposal): Record<string, FieldName | null> {
	return Object.fromEntries(proposal.columns.map(({ header, column }) => [header, column]));
}

describe('a proposal', () => {
	test.each<[string, readonly (readonly string[])[], Record<string, FieldName | null>]>([
		[
			'everyday English',
			[['Patient code', 'Visit date', 'Diagnosis', 'Pain before', 'Pain after', 'Favourite colour'], ['A1', '2025-03-01', 'Plantar fasciitis', '7', '5', 'red']],
			{ 'Patient code': 'patient_id', 'Visit date': 'session_date', Diagnosis: 'condition', 'Pain before': 'pain_before', 'Pain after': 'pain_after', 'Favourite colour': null },
		],
		[
			'German',
			[['Kürzel', 'Datum', 'Diagnose', 'Seite', 'Schmerz vor', 'Schmerz nach'], ['A1', '01.03.2025', 'Knieschmerz', 'links', '7,5', '5']],
			{ Kürzel: 'patient_id', Datum: 'session_date', Diagnose: 'condition', Seite: 'side', 'Schmerz vor': 'pain_before', 'Schmerz nach': 'pain_after' },
		],
		[
			'French without its accents',
			[['ID patient', 'Date de seance', 'Diagnostic', 'Cote', 'Douleur avant'], ['A1', '01/03/2025', 'M72.2', 'gauche', '7']],
			{ 'ID patient': 'patient_id', 'Date de seance': 'session_date', Diagnostic: 'condition', Cote: 'side', 'Douleur avant': 'pain_before' },
		],
		[
			'ages, exact or in bands',
			[['Patient', 'Age', 'Sex'], ['A1', '34', 'f'], ['A2', '40-49', 'm']],
			{ Patient: 'patient_id', Age: 'age_band', Sex: 'sex' },
		],
		[
			'words run together',
			[['patientCode', 'visitDate', 'painBefore', 'diagnosis'], ['A1', '2025-03-01', '7', 'knee pain']],
			{ patientCode: 'patient_id', visitDate: 'session_date', painBefore: 'pain_before', diagnosis: 'condition' },
		],
		[
			'slips of the keyboard',
			[['Pateint code', 'Visti date', 'Diagnosis', 'Pain befor session'], ['A1', '2025-03-01', 'knee pain', '7']],
			{ 'Pateint code': 'patient_id', 'Visti date': 'session_date', Diagnosis: 'condition', 'Pain befor session': 'pain_before' },
		],
		[
			'values alone',
			[['Patient', 'Session', 'What for', 'Pain'], ['A1', '1', 'plantar fasciitis', '7'], ['A2', '1', 'shin splints', '3']],
			{ Patient: 'patient_id', Session: 'session_number', 'What for': 'condition', Pain: 'pain_before' },
		],
		[
			'an export of the CDISC model',
			[['STUDYID', 'USUBJID', 'VISITNUM', 'QSDTC', 'QSTESTCD', 'QSSTRESN'], ['S', '01-001', '1', '2025-03-01', 'NPRS', '7']],
			{ STUDYID: null, USUBJID: 'patient_id', VISITNUM: 'session_number', QSDTC: 'session_date', QSTESTCD: 'measure', QSSTRESN: 'score' },
		],
	])('finds columns by %s', (_, table, expected) => {
		expect(columnsOf(propose(table))).toEqual(expected);
	});

	test('claims no canonical column twice', () => {
		const claimed = propose([['Pain before', 'Pain pre', 'NPRS before', 'Pain'], ['1', '2', '3', '4']]).columns.flatMap(({ column }) => column ?? []);
		expect(claimed).toEqual(['pain_before']);
	});

	test('asks which of two columns is meant where both may be', () => {
		expect(propose([['Provider', 'Practitioner'], ['a', 'b']]).questions).toEqual([expect.stringMatching(/^2 columns look like therapist \(Provider, Practitioner\): name the right one in a mapping/u)]);
	});

	test('says where two columns bear one name', () => {
		expect(propose([['Diagnosis', 'Pain', 'Pain'], ['knee pain', '5', '6']]).questions).toEqual(['2 columns are read as pain_before and bear one name (Pain, Pain): rename those that are something else']);
	});

	test('prefers the canonical name to a known one, and asks nothing', () => {
		const proposal = propose([['Patient', 'patient_id'], ['x', 'A1']]);
		expect({ columns: columnsOf(proposal), questions: proposal.questions }).toEqual({ columns: { Patient: null, patient_id: 'patient_id' }, questions: [] });
	});

	test('leaves a column whose values are not of its kind', () => {
		expect(columnsOf(propose([['Date', 'Pain before'], ['soon', 'bad'], ['later', 'worse']]))).toEqual({ Date: null, 'Pain before': null });
	});

	test.each(['Date of birth', 'Birth date', 'DOB', 'Patient name', 'Patient initials', 'Comment'])('does not take %s for anything', (header) => {
		expect(columnsOf(propose([[header, 'x'], ['1980-02-03', 'y']]))[header]).toBeNull();
	});

	test('does not take the words of one export for those of another', () => {
		expect(columnsOf(propose([['Code', 'Value', 'Encounter'], ['A1', '7', 'E1']]))).toEqual({ Code: null, Value: null, Encounter: null });
	});

	test('takes what the given mapping names as it is', () => {
		const given = { ...none, columns: { pain_before: ['Date'] } };
		expect(propose([['Date', 'Pain before'], ['2025-03-01', '7']], given).columns.map(({ column, why }) => [column, why])).toEqual([['pain_before', 'the mapping names it'], [null, 'perhaps pain_before: is its name']]);
	});

	test('brings the words of the mapping that knows the column', () => {
		const { mapping } = propose([['Seite', 'Geschlecht', 'Ultraschall'], ['links', 'weiblich', 'ja']]);
		expect(mapping.values).toMatchObject({ side: { links: 'left' }, sex: { weiblich: 'female' }, ultrasound_guided: { ja: 'true' } });
	});

	test('says what a record needs and no column gives', () => {
		expect(propose([['Patient', 'Datum'], ['A1', '2025-03-01']]).missing).toEqual(['condition', 'a score (pain_before, or measure with score)']);
	});

	test('counts a constant as given', () => {
		expect(propose([['Patient', 'Datum', 'NRS'], ['A1', '2025-03-01', '7']], { ...none, constants: { condition: 'knee-pain' } }).missing).toEqual([]);
	});

	test('shows numbers and words of the codebook, and never an identifier, a date or free text', () => {
		const table = propose([['Patient', 'Date', 'Diagnosis', 'NPRS before', 'Clinic', 'Adverse event'], ['secret-1', '2025-03-01', 'Jane Doe', '7', 'North', 'fainted'], ['secret-2', '2025-03-02', 'knee pain', '6', 'North', 'none']]);
		expect(table.columns.map(({ column, example }) => [column, example])).toEqual([['patient_id', null], ['session_date', null], ['condition', 'knee pain'], ['pain_before', '7'], ['clinic', null], ['adverse_event', null]]);
	});
});

describe('a proposal in words', () => {
	test('is a table of headers, columns and reasons, and says what to do', () => {
		const words = proposalInWords('a.csv', propose([['Patient', 'Datum', 'Diagnose', 'NRS vor', 'Notiz'], ['A1', '2025-03-01', 'knee pain', '7', 'x']]));
		expect(words).toBe(`a.csv: its columns have names that are not those of the data dictionary; they seem to be:
  Patient   -> patient_id    known to german
  Datum     -> session_date  known to german
  Diagnose  -> condition     known to german, such as knee pain
  NRS vor   -> pain_before   known to german, such as 7
  Notiz        not read      nothing that the import reads
--map auto accepts this; --save-map FILE writes it as a mapping to edit, for --map FILE`);
	});

	test('says what is missing', () => {
		expect(proposalInWords('a.csv', propose([['Patient', 'Datum', 'NRS vor'], ['A1', '2025-03-01', '7']]))).toContain('no column for condition: name it in a mapping');
	});
});
