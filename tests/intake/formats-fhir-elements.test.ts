import { describe, expect, test } from 'vitest';
import { defaultCodebook } from '#lib/codebook/default-codebook.ts';
import { codeIndex } from '#lib/server/intake/formats/fhir/code-index.ts';
import { instant, keyOf } from '#lib/server/intake/formats/fhir/elements.ts';
import { resourceFlattener } from '#lib/server/intake/formats/fhir/resource-flattener.ts';

const flatten = resourceFlattener(defaultCodebook);
const pain = { code: { coding: [{ system: 'http://loinc.org', code: '72514-3' }] }, status: 'final' };

describe('a reference', () => {
	test.each([
		['Patient/p1', 'p1'],
		['https://clinic.example/fhir/Patient/p1/_history/3', 'p1'],
		['urn:uuid:0c3151bd', '0c3151bd'],
		['#contained', undefined],
		['Patient?identifier=x', undefined],
	])('%s leads to %s', (target, key) => {
		expect(keyOf({ reference: target })).toBe(key);
	});
});

describe('a code', () => {
	const { ids } = codeIndex(defaultCodebook);

	test.each([
		['of a known system', { system: 'http://hl7.org/fhir/sid/icd-10-cm', code: 'm722' }, ['plantar-fasciitis']],
		['of the same system by its number', { system: 'urn:oid:2.16.840.1.113883.6.96', code: '202882003' }, ['plantar-fasciitis']],
		['of another system', { system: 'http://loinc.org', code: '202882003' }, []],
		['of a system of the clinic, by the word', { system: 'https://clinic.example/codes', code: 'MTSS' }, ['shin-splints']],
		['that is unknown, beside words that are not', { system: 'http://snomed.info/sct', code: '1', display: 'Hip pain' }, []],
	])('%s is found by its system', (_, coding, found) => {
		expect(ids('conditions', { coding: [coding], text: undefined })).toEqual(found);
	});
});

describe('a date', () => {
	test.each([
		['2024-03-01T10:00:00+01:00', Date.UTC(2024, 2, 1, 9)],
		['2024-03-01', undefined],
		['2024', undefined],
		['2024-03-01Tnoon', undefined],
	])('%s has the time of day %s', (date, time) => {
		expect(instant(date)).toBe(time);
	});
});

describe('a score', () => {
	test.each([
		['of a quantity of one', { valueQuantity: { value: 4, code: '1' } }, { value: 4 }],
		['of a quantity in points', { valueQuantity: { value: 4, unit: 'points' } }, { value: 4 }],
		['of a whole number', { valueInteger: 4 }, { value: 4 }],
		['of a number in words', { valueString: ' 4 ' }, { value: 4 }],
		['of a coded number', { valueCodeableConcept: { coding: [{ code: 'LA6114-8', display: '3' }] } }, { value: 3 }],
		['of an answer that is no number', { valueCodeableConcept: { coding: [{ code: 'LA6113-0', display: '2 or more' }] } }, { refused: 'holds words where a number is asked for' }],
		['of percent', { valueQuantity: { value: 40, unit: '%' } }, { refused: 'has the unit %: NPRS is counted in points, from 0 to 10' }],
		['of a unit nobody should read', { valueQuantity: { value: 4, unit: 'Jane Doe, 1 May' } }, { refused: 'has the unit of 15 characters: NPRS is counted in points, from 0 to 10' }],
		['of less than a number', { valueQuantity: { value: 4, comparator: '<' } }, { refused: 'holds more than or less than a number: only the number itself is a score' }],
	])('%s is read or refused', (_, value, score) => {
		expect(flatten('Observation', { ...pain, ...value })).toMatchObject([{ type: 'Score', entry: 'nprs', before: true, ...score }]);
	});

	test('that is absent leaves its Observation out', () => {
		expect(flatten('Observation', { ...pain, dataAbsentReason: { text: 'not asked' } })).toBe('without a value');
	});

	test('is not taken from an answer whose wording alone is that of a measure', () => {
		expect(flatten('QuestionnaireResponse', { status: 'completed', item: [{ linkId: 'odi-1', text: 'Pain intensity', answer: [{ valueInteger: 1 }] }] })).toBe('with no score of the codebook');
	});
});

describe('a resource', () => {
	test.each([
		['Observation', { ...pain, status: 'cancelled', valueInteger: 4 }, 'cancelled'],
		['Procedure', { status: 'not-done' }, 'not-done'],
		['Condition', { verificationStatus: { coding: [{ code: 'refuted' }] } }, 'refuted'],
		['QuestionnaireResponse', { status: 'in-progress' }, 'in-progress'],
		['Medication', {}, 'of a type that is not read'],
	])('%s that does not hold is left out with the reason', (type, resource, reason) => {
		expect(flatten(type, resource)).toBe(reason);
	});

	test('of a Patient gives sex and year of birth', () => {
		expect(flatten('Patient', { gender: 'female', birthDate: '1985-05-02', name: [{ family: 'Doe' }] })).toEqual([{ type: 'Patient', sex: 'female', birth_year: 1985 }]);
	});
});
