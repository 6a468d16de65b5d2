import { expect, test } from 'vitest';
import { vocabularyLeft } from '#lib/components/vocabulary-left.ts';

const none = { condition: [], protocol: [], clinic: [], therapist: [], payer: [], sex: [], ageBand: [], chronicity: [], period: [] };

test('values keep their words and order, and have the numbers that the other filters leave: none where they leave none', () => {
	const vocabulary = { ...none, sex: [{ value: 'female', label: 'Female', n: 90 }, { value: 'male', label: 'Male', n: 80 }, { value: 'other', label: 'Other', n: 20 }], measure: [{ value: 'nprs', label: 'NPRS', n: 170 }] };
	const left = vocabularyLeft(vocabulary, { choices: [{ filter: 'sex', value: 'male', n: null }, { filter: 'sex', value: 'female', n: 12 }, { filter: 'clinic', value: 'other', n: 40 }] });
	expect(left.sex.map(({ label, n }) => [label, n])).toEqual([['Female', 12], ['Male', null], ['Other', 0]]);
	expect(left.measure).toEqual(vocabulary.measure);
});
