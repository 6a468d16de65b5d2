import { describe, expect, test } from 'vitest';
import { chosenThreshold } from '#lib/codebook/chosen-threshold.ts';
import { measure } from '#lib/codebook/schema.ts';

const threshold = { label: 'better', kind: 'points', value: 2, citation: 'none' } as const;
const pain = measure.parse({
	...{ id: 'pain', label: 'Pain', abbreviation: 'P', minimum: 0, maximum: 10, unit: 'points', better: 'lower' },
	thresholds: [
		{ ...threshold, id: 'usual', primary: true },
		{ ...threshold, id: 'other' },
		{ ...threshold, id: 'knees', conditions: ['knee-pain'] },
	],
});

describe('chosenThreshold', () => {
	test('is the one named', () => expect(chosenThreshold(pain, 'other', 'hip-pain')?.id).toBe('other'));
	test('is the one named, where it is meant for the condition', () => expect(chosenThreshold(pain, 'knees', 'knee-pain')?.id).toBe('knees'));
	test('is none where the one named is meant for other conditions', () => expect(chosenThreshold(pain, 'knees', 'hip-pain')).toBeUndefined());
	test('is the primary one where none is named', () => expect(chosenThreshold(pain, null, 'hip-pain')?.id).toBe('usual'));
	test('is the primary one where the measure lacks the one named', () => expect(chosenThreshold(pain, 'nothing', 'hip-pain')?.id).toBe('usual'));
});
