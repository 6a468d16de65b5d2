import { describe, expect, test } from 'vitest';
import { draw, drawBoth } from '#lib/charts/draw.server.ts';
import { defaultCodebook } from '#lib/codebook/default-codebook.ts';
import { balanceChart } from '#lib/questions/comparison/balance-chart.ts';
import { balanceLabel, balanceNotes, balancesOf, balanceTable } from '#lib/questions/comparison/balance-words.ts';
import { forestChart } from '#lib/questions/comparison/chart.ts';
import type { Comparison, ComparisonResult } from '#lib/questions/comparison/result.ts';
import { forestLabel, forestMargin, forestNotes, forests, forestTable, sidesOfZero, type Forest } from '#lib/questions/comparison/words.ts';
import { lefs, pain } from './rows.ts';

const side = (protocol: string, n: number | null) => ({ protocol, episodes: n, n, firstMean: 6, lastMean: 4, effective: 80, middle: 0.9 });

const shins: Comparison = {
	condition: 'shin-splints',
	sides: [side('dry-needling-retained', 120), side('dry-needling-pistoning', null)],
	refusal: null,
	unadjusted: { estimate: 0.52, lower: 0.12, upper: 0.91 },
	ancova: { estimate: 0.5, lower: 0.15, upper: 0.89 },
	weighted: { estimate: 0.48, lower: 0.14, upper: 0.88 },
	eValue: null,
	balance: [
		{ covariate: 'baseline', level: null, before: -0.14, after: 0, suppressed: false },
		{ covariate: 'chronicity', level: 'chronic', before: -0.38, after: 0, suppressed: false },
		{ covariate: 'clinic', level: 'hillside', before: null, after: null, suppressed: true },
	],
	response: null,
};
const knees: Comparison = { ...shins, condition: 'knee-pain', unadjusted: null, weighted: { estimate: 0.31, lower: -0.18, upper: 0.79 } };
const refused: Comparison = { ...shins, condition: 'hip-pain', refusal: 'the groups do not overlap', unadjusted: null, ancova: null, weighted: null, balance: [] };
const together = { estimate: 0.4, lower: 0.1, upper: 0.7, tau: 0.1, i2: 0.25, q: 1.3, df: 1 };
const result: ComparisonResult = {
	conditions: [shins, knees, refused],
	pooled: [{ first: 'dry-needling-retained', second: 'dry-needling-pistoning', conditions: ['shin-splints', 'knee-pain'], ancova: null, weighted: together }],
};
const empty: Forest = { first: '', second: '', blocks: [], pooled: null };
const forest = forests(result, defaultCodebook)[0] ?? empty;
const balances = balancesOf(result, defaultCodebook);
const charts = {
	forest: drawBoth((size) => forestChart(forest, pain, size), forestLabel(forest, pain, false)),
	balance: drawBoth((size) => balanceChart(balances, size), balanceLabel(balances, false)),
};

describe.each(Object.entries(charts))('the %s chart', (_, { wide, narrow }) => {
	test('is drawn for a wide page and for a phone', () => {
		expect(wide?.width).toBe(860);
		expect(narrow.width).toBe(344);
	});

	test.each([wide?.svg, narrow.svg])('holds no style, no colour of its own and no place that is not a number', (svg) => {
		expect(svg).not.toMatch(/<style|style=|(fill|stroke)="#|NaN|undefined|Infinity/);
	});
});

test('a difference that is withheld has no mark', () => {
	const marks = (each: Forest) => draw(forestChart(each, pain, 'narrow'), '').svg.match(/>unadjusted</g)?.length ?? 0;
	expect(forest.blocks).toHaveLength(3);
	expect(marks(forest)).toBe(1);
});

test('what conditions come to together is a diamond from limit to limit', () => {
	const paths = draw(forestChart(forest, pain, 'wide'), '').svg.match(/<path[^>]* d="M[^"hv]*Z"/g) ?? [];
	expect(paths).toHaveLength(1);
});

test('a chart of no condition is still a chart', () => {
	expect(draw(forestChart(empty, pain, 'wide'), '').svg).not.toMatch(/NaN|Infinity/);
	expect(balanceChart([], 'wide')).toEqual([]);
});

test('the name of the forest holds the weighted differences and says which side is whose', () => {
	const label = forestLabel(forest, pain, true);
	for (const words of [/^Synthetic data\. /, /Shin splints \+0\.48 \(\+0\.14 to \+0\.88\)/, /Pooled \+0\.40/, /Below zero patients with “Dry needling, needles left in place” reported better/]) expect(label).toMatch(words);
});

test('where higher is better, the first protocol’s side is above zero', () => {
	expect(sidesOfZero(forest, lefs)).toEqual({ below: forest.second, above: forest.first });
});

test('a condition that is not compared is named with the reason', () => {
	expect(forestNotes(forest, result, defaultCodebook).join(' ')).toContain('Not compared: Hip pain (the groups do not overlap).');
});

test('the pooled difference is not said to favour a side that its interval does not', () => {
	expect(forestMargin(forest, pain)[0]?.text).toContain('“Dry needling, inserted and withdrawn several times” reported better');
	const wide: Forest = { ...forest, pooled: { first: '', second: '', conditions: ['a', 'b'], ancova: null, weighted: { ...together, lower: -0.2 } } };
	expect(forestMargin(wide, pain)[0]?.text).toContain('the interval includes zero');
});

test('a withheld count is said to be withheld', () => {
	expect(forestTable(forest, pain).rows[0]?.[1]).toBe('n 120 and withheld');
});

test('two pairs of protocols make two forests', () => {
	const other: Comparison = { ...knees, sides: [side('deep-tissue-massage', 50), side('exercise-only', 50)] };
	expect(forests({ conditions: [shins, other], pooled: [] }, defaultCodebook).map(({ blocks }) => blocks.length)).toEqual([1, 1]);
});

test('a withheld level of a covariate has no mark, and the notes count it', () => {
	expect(charts.balance.wide?.svg.match(/<circle/g)).toHaveLength(4);
	expect(balanceNotes(balances).join(' ')).toContain('2 levels are withheld');
	expect(balanceTable(balances).rows[2]?.slice(2)).toEqual(['hillside', 'withheld', 'withheld']);
});

test('balance is absolute, and its name says what was most unlike', () => {
	expect(balanceLabel(balances, false)).toContain('Shin splints: 2 of 2 beyond before, at most 0.38 (chronicity: Chronic (12 weeks or more)); at most 0.00 after.');
});
