import { describe, expect, test } from 'vitest';
import { defaultCodebook } from '#lib/codebook/default-codebook.ts';
import { inconsistencies } from '#lib/codebook/inconsistencies.ts';
import { primaryThreshold } from '#lib/codebook/primary-threshold.ts';
import { codebookTerms } from '#lib/codebook/terms.ts';
import { codebook } from '#lib/codebook/schema.ts';

describe('the default codebook', () => {
	test('contradicts itself nowhere', () => expect(inconsistencies(defaultCodebook)).toEqual([]));

	test('has entries of every kind', () => {
		const empty = codebook.keyof().options.filter((kind) => defaultCodebook[kind].length === 0);
		expect(empty).toEqual([]);
	});

	test('knows the five conditions of running injuries', () => {
		expect(defaultCodebook.conditions.map(({ id }) => id)).toEqual(['plantar-fasciitis', 'shin-splints', 'low-back-pain', 'hip-pain', 'knee-pain']);
	});

	test('gives no code to two conditions', () => {
		const codes = defaultCodebook.conditions.flatMap((condition) => Object.values(condition.codes).flat());
		expect(new Set(codes).size).toBe(codes.length);
	});

	test('reads pain_before as the primary measure', () => {
		expect(defaultCodebook.measures.filter(({ primary }) => primary).map(({ id, columns }) => [id, columns])).toEqual([['nprs', ['pain_before']]]);
	});

	test('cites a source for every threshold', () => {
		expect(defaultCodebook.measures.flatMap(({ thresholds }) => thresholds).filter(({ citation }) => !/\d{4}|Toolkit/.test(citation))).toEqual([]);
	});

	test('says of the one threshold without a source that it is a convention, and makes it nobody’s first', () => {
		const conventions = defaultCodebook.measures.flatMap(({ id, thresholds }) => thresholds.filter(({ label, citation }) => /convention/i.test(label) && /convention/i.test(citation)).map((each) => [id, each.id, each.kind, each.value, each.primary]));
		expect(conventions).toEqual([['nprs', 'pain-0-1', 'at-most', 1, false]]);
	});

	test('leaves the label NRS pain to a clinic’s own codebook', () => {
		expect(codebookTerms(defaultCodebook).filter(({ term }) => term === 'nrs pain')).toEqual([]);
	});

	test('reads a CPT code as dry needling of a technique not recorded, since the codes count muscles', () => {
		expect(codebookTerms(defaultCodebook).filter(({ term }) => /^2056[01]$/.test(term)).map(({ id }) => id)).toEqual(['dry-needling', 'dry-needling']);
	});
});

describe('primaryThreshold', () => {
	const measure = (id: string) => {
		const found = defaultCodebook.measures.find((each) => each.id === id);
		if (!found) throw new Error(`no measure ${id}`);
		return found;
	};

	test('is the one for all conditions where none is named', () => expect(primaryThreshold(measure('nprs'))?.id).toBe('percent-30'));
	test('is the one for the condition where there is one', () => expect(primaryThreshold(measure('vas-pain'), 'low-back-pain')?.value).toBe(15));
	test('is absent where nothing is published', () => {
		expect(primaryThreshold(measure('vas-pain'), 'knee-pain')).toBeUndefined();
		expect(primaryThreshold(measure('mtss-score'))).toBeUndefined();
	});
});
