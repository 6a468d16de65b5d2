import { describe, expect, test } from 'vitest';
import shipped from '#data/claims/dry-needling-for-runners.json' with { type: 'json' };
import { causalWord } from '#lib/questions/claims/causal-words.ts';
import { claim as claimSchema, claims, type Claim, type Figure } from '#lib/questions/claims/claim.ts';
import { estimated } from '#lib/questions/claims/estimated.ts';
import { judge } from '#lib/questions/claims/judge.ts';
import { together, verdictOf } from '#lib/questions/claims/verdict.ts';

const table = { columns: ['part', 'name', 'n', 'estimate', 'lower', 'upper'], rows: [['all', 'all', 200, 0.8, 0.75, 0.85], ['all', 'few', null, null, null, null]] };
const figure = { label: 'over in two days', question: 'q', row: { part: 'all', name: 'all' }, estimate: 'estimate', interval: ['lower', 'upper'], n: 'n', of: 'visits', as: 'percent' } as const;

function made(overrides: Readonly<Record<string, unknown>> = {}): Claim {
	return claimSchema.parse({
		id: 'sore',
		sentence: 'It is sore for two days.',
		design: 'description',
		tests: [{ ...figure, supports: { from: 0.7 } }],
		print: { supported: 'Over in two days after {1} of visits [1].', notSupported: 'Longer.' },
		...overrides,
	});
}

const look = (wanted: Figure) => estimated(wanted, table);

describe('verdict', () => {
	test('is supported where the whole interval lies within the range', () => {
		expect(verdictOf({ lower: 0.7, upper: 0.8 }, { from: 0.7 })).toBe('supported');
	});
	test('is not supported where the whole interval lies outside', () => {
		expect(verdictOf({ lower: 0.5, upper: 0.69 }, { from: 0.7 })).toBe('not supported');
		expect(verdictOf({ lower: 4, upper: 5 }, { from: 1, to: 3 })).toBe('not supported');
	});
	test('is too few data where the interval reaches over a bound or there is none', () => {
		expect(verdictOf({ lower: 0.6, upper: 0.8 }, { from: 0.7 })).toBe('too few data');
		expect(verdictOf({ lower: null, upper: null }, { from: 0.7 })).toBe('too few data');
	});
	test('of several figures is supported where all are, and fails with one', () => {
		expect(together(['supported', 'supported'])).toBe('supported');
		expect(together(['supported', 'too few data'])).toBe('too few data');
		expect(together(['too few data', 'not supported'])).toBe('not supported');
		expect(together([])).toBe('not testable');
	});
});

describe('a judged claim', () => {
	test('carries the sentence that may be printed, with its interval and base', () => {
		expect(judge(made(), look).printable).toBe('Over in two days after 80\u00a0% of visits (95\u00a0% interval 75 to 85\u00a0%; 200 visits).');
	});
	test('says of a change before to after that nothing was compared', () => {
		expect(judge(made({ design: 'before-after' }), look).printable).toMatch(/There was no comparison group\.$/);
	});
	test('has no sentence where the numbers are withheld', () => {
		const judged = judge(made({ tests: [{ ...figure, row: { part: 'all', name: 'few' }, supports: { from: 0.7 } }] }), look);
		expect([judged.verdict, judged.printable]).toEqual(['too few data', null]);
	});
	test('has no sentence that claims a cause without a comparison', () => {
		const print = { supported: 'Dry needling reduces pain in {1} [1].', notSupported: 'No.' };
		expect(judge(made({ print }), look).printable).toBeNull();
		expect(judge(made({ print, design: 'comparison' }), look).printable).toMatch(/^Dry needling reduces pain/);
	});
	test('that the records cannot test says what it would take', () => {
		const judged = judge(made({ tests: [], print: undefined, needs: 'a diagnosis.' }), look);
		expect([judged.verdict, judged.why]).toEqual(['not testable', 'These records cannot test it: a diagnosis.']);
	});
});

describe('a claim', () => {
	test('must name figures that are there, each with what it rests on', () => {
		expect(() => made({ print: { supported: '{2} [2]', notSupported: '' } })).toThrow();
		expect(() => made({ print: { supported: '{1} of visits', notSupported: 'x' } })).toThrow(/each \{1\} with its \[1\]/);
	});
	test('must have tests, or say what would be needed', () => {
		expect(() => made({ tests: [], print: undefined })).toThrow(/needs/);
	});
	test('that names a column or row that is not there once is refused', () => {
		expect(() => look({ ...figure, filters: {}, unit: '', interval: ['lower', 'upper'], estimate: 'mean' })).toThrow('q has no column mean: it has part, name, n, estimate, lower, upper');
		expect(() => look({ ...figure, filters: {}, unit: '', interval: ['lower', 'upper'], row: { part: 'all' } })).toThrow('q has 2 rows');
	});
});

describe('the shipped claims', () => {
	test('are well formed and print nothing that claims a cause', () => {
		const { claims: all } = claims.parse(shipped);
		expect(all.length).toBeGreaterThanOrEqual(12);
		for (const { design, print } of all) if (design !== 'comparison') expect([print?.supported, print?.notSupported].map((sentence) => causalWord(sentence ?? ''))).toEqual([undefined, undefined]);
	});

	test('are all that the article says', () => {
		const said = ['conditions-treated', 'session-or-two-tight-muscle', 'two-to-seven-sessions', 'sore-for-a-day-or-two', 'calves-sorer', 'little-pain-on-insertion', 'needles-left-in', 'few-use-ultrasound', 'ultrasound-needs-certificate', 'price-of-a-session', 'often-not-insured', 'no-improvement-look-further'];
		expect(claims.parse(shipped).claims.map(({ id }) => id)).toEqual(said);
	});
});
