import { eValue } from '#lib/statistics/e-value.ts';
import { leastSquares } from '#lib/statistics/least-squares.ts';
import { normalQuantile } from '#lib/statistics/normal-quantile.ts';
import { overlapWeights, type OverlapWeighted, type ScoreSums } from '#lib/statistics/overlap-weights.ts';
import type { LinearInfluence } from '#lib/statistics/pair-sum.ts';
import { tQuantile } from '#lib/statistics/t-quantile.ts';
import { alike, independent, type PatternPair } from './alike.ts';
import { balanceOf, type RawBalance } from './balance.ts';
import { designOf, sharedPatterns, type Pattern } from './design.ts';
import type { Comparison, Difference } from './result.ts';

/** What the patterns of two protocols say; `kept` counts the episodes compared, `effective` what they are worth after weighting. */
export type Compared = Readonly<{
	ancova: Estimate;
	weighted: Estimate;
	response: Estimate;
	eValue: Comparison['eValue'];
	kept: Both;
	effective: Both;
	middle: Both;
	balance: readonly RawBalance[];
}>;

export type Estimate = Difference & Readonly<{ se: number }>;

type Both = readonly [number, number];

/** `reason` says why no comparison is made; the balance before weighting stands all the same. */
export type NotCompared = Readonly<{ reason: string; balance: readonly RawBalance[] }>;

/** The adjusted comparisons of the first protocol with the second, over the episodes in levels that both have; `pairs` are those of one patient. */
export function compare(patterns: readonly Pattern[], pairs: readonly PatternPair[], first: string): Compared | NotCompared {
	const kept = sharedPatterns(patterns);
	const before = () => balanceOf(patterns, first, null);
	if (kept.length === 0) return { reason: 'the groups do not overlap: no clinic, sex, age band or chronicity is shared by both protocols throughout', balance: before() };
	const cells = cellsOf(kept, first);
	const outcome = (of: keyof Sums) => cells.map(({ x, sides: [a, b] }) => ({ x, first: a[of], second: b[of] }));
	const weighted = overlapWeights(outcome('scores'));
	if ('reason' in weighted) return { reason: `the groups do not overlap: ${weighted.reason}`, balance: before() };
	const response = overlapWeights(outcome('responses'), weighted.model);
	if ('reason' in response) return { reason: `the groups do not overlap: ${response.reason}`, balance: before() };
	const placeOf = placesOf(cells);
	const within = pairs.filter(({ a, b }) => placeOf(a) !== undefined && placeOf(b) !== undefined);
	const pull = ({ influences }: OverlapWeighted) => (key: Key) => influences[placeOf(key) ?? NaN]?.[key.protocol === first ? 0 : 1] ?? none;
	const ancova = ancovaOf(cells, within, first, placeOf);
	if ('reason' in ancova) return { ...ancova, balance: before() };
	const se = together(weighted.se, alike(within, pull(weighted), 'score'));
	if (!(ancova.se > 0 && se > 0)) return { reason: 'the last scores do not vary', balance: before() };
	const sd = pooledSd(cells.map(({ sides }) => sides[0].scores), cells.map(({ sides }) => sides[1].scores));
	const standardised = weighted.difference / sd;
	const found = eValue(standardised, se / sd);
	return {
		ancova,
		weighted: normal(weighted.difference, se),
		response: normal(response.difference, together(response.se, alike(within, pull(response), 'response'))),
		eValue: found === undefined ? null : { standardised, ...found },
		kept: both((side) => total(cells.map(({ sides }) => sides[side].scores.n))),
		effective: weighted.effective,
		middle: both((side) => total(cells.map(({ sides }, place) => (inMiddle(weighted.propensities[place] ?? 0) ? sides[side].scores.n : 0)))),
		balance: balanceOf(patterns, first, (pattern) => weighted.propensities[placeOf(pattern) ?? NaN] ?? null),
	};
}

type Cell = Readonly<{ name: string; x: readonly number[]; sides: readonly [Sums, Sums] }>;
type Sums = Readonly<{ scores: ScoreSums; responses: ScoreSums }>;

function cellsOf(patterns: readonly Pattern[], first: string): Cell[] {
	const design = designOf(patterns);
	const byName = new Map<string, Pattern[]>();
	for (const pattern of patterns) byName.set(nameOf(pattern), [...(byName.get(nameOf(pattern)) ?? []), pattern]);
	return [...byName].flatMap(([name, members]) => {
		const [any] = members;
		if (any === undefined) return [];
		return [{ name, x: design(any), sides: [sumsOf(members.find(({ protocol }) => protocol === first)), sumsOf(members.find(({ protocol }) => protocol !== first))] }];
	});
}

type Key = PatternPair['a'];

const none: LinearInfluence = { slope: 0, offset: 0 };

/** Finds the cell of a pattern, its name made once for each object. */
function placesOf(cells: readonly Cell[]): (key: Key) => number | undefined {
	const places = new Map(cells.map(({ name }, index) => [name, index]));
	const found = new Map<Key, number | undefined>();
	return (key) => {
		if (!found.has(key)) found.set(key, places.get(nameOf(key)));
		return found.get(key);
	};
}

function nameOf({ chronicity, clinic, sex, ageBand, baseline }: Key): string {
	return `${chronicity}\n${clinic}\n${sex}\n${ageBand}\n${baseline}`;
}

function sumsOf(pattern: Pattern | undefined): Sums {
	const { n, sum, squares, responders } = pattern ?? { n: 0, sum: 0, squares: 0, responders: 0 };
	return { scores: { n, sum, squares }, responses: { n, sum: responders, squares: responders } };
}

function ancovaOf(cells: readonly Cell[], pairs: readonly PatternPair[], first: string, placeOf: (key: Key) => number | undefined): Estimate | { reason: string } {
	const both = cells.flatMap(({ x, sides: [a, b] }, place) => [{ side: 2 * place, x: [...x, 1], ...a.scores }, { side: 2 * place + 1, x: [...x, 0], ...b.scores }]);
	const rows = both.filter(({ n }) => n > 0);
	const fit = leastSquares(rows);
	if ('reason' in fit) return fit;
	const size = fit.coefficients.length;
	const estimate = fit.coefficients[size - 1];
	if (estimate === undefined) return { reason: 'the groups do not overlap: the covariates determine the protocol' };
	const influences = fit.influences(size - 1);
	const rowOf = new Map(rows.map(({ side }, index) => [side, index]));
	const pull = (key: Key) => influences[rowOf.get(2 * (placeOf(key) ?? NaN) + (key.protocol === first ? 0 : 1)) ?? NaN] ?? none;
	const se = together(Math.sqrt(fit.covariance[size * size - 1] ?? 0), alike(pairs, pull, 'score'));
	const df = fit.df - fit.n * (1 - independent(fit.n, pairs));
	if (!(df > 0)) return { reason: 'there are no more patients than coefficients' };
	const margin = tQuantile(0.975, df) * se;
	return { estimate, se, lower: estimate - margin, upper: estimate + margin };
}

/** The standard error of independent episodes with what those of one patient add. */
function together(se: number, covariance: number): number {
	return Math.sqrt(Math.max(0, se ** 2 + covariance));
}

function normal(estimate: number, se: number): Estimate {
	const margin = normalQuantile(0.975) * se;
	return { estimate, se, lower: estimate - margin, upper: estimate + margin };
}

function pooledSd(first: readonly ScoreSums[], second: readonly ScoreSums[]): number {
	const [a, b] = [within(first), within(second)];
	return Math.sqrt((a.squares + b.squares) / (a.n + b.n - 2));
}

function within(cells: readonly ScoreSums[]) {
	const n = total(cells.map((cell) => cell.n));
	return { n, squares: total(cells.map(({ squares }) => squares)) - total(cells.map(({ sum }) => sum)) ** 2 / n };
}

function inMiddle(chance: number): boolean {
	return chance >= 0.1 && chance <= 0.9;
}

function both(of: (side: 0 | 1) => number): Both {
	return [of(0), of(1)];
}

function total(values: readonly number[]): number {
	return values.reduce((sum, value) => sum + value, 0);
}
