import { pairSum, type PairSums } from '#lib/statistics/pair-sum.ts';
import { pairwiseCorrelation } from '#lib/statistics/pairwise-correlation.ts';
import type { Expectations } from './expected.ts';
import type { CaseMix } from './case-mix.ts';
import type { UnitSums } from './unit-sums.ts';

type Pattern = CaseMix & Readonly<{ clinic: string | null; therapist: string | null }>;

/** Pairs of episodes of one patient by the patterns of the two, and sums of an outcome over them. */
export type PatternPair = PairSums & Readonly<{ a: Pattern; b: Pattern }>;

/** How alike the outcomes of one patient are beyond their case mix, and how much that widens chance: on average, and by unit. */
export type Repeated = Readonly<{ correlation: number; designEffect: number; ofUnit: (unit: string) => number }>;

/** From the pairs that are under one unit; what a unit does to all of its patients is taken out before. */
export function repeatedIn(units: readonly UnitSums[], pairs: readonly PatternPair[], { of }: Expectations, level: 'clinic' | 'therapist'): Repeated {
	const pairsOf = underOne(pairs, level);
	const own = units.map(({ unit, n, residual }) => {
		const inside = pairsOf(unit);
		const away = (pattern: Pattern) => ({ slope: 1, offset: -of(pattern) - residual.sum / n });
		return { unit, n, pairs: total(inside.map((pair) => pair.n)), products: pairSum(inside.map((pair) => ({ ...pair, a: away(pair.a), b: away(pair.b) }))) / 2 };
	});
	const n = total(own.map((each) => each.n));
	const together = total(own.map((each) => each.pairs));
	const squares = total(units.map(({ residual }) => Math.max(0, residual.sumSquares - residual.sum ** 2 / residual.n)));
	const correlation = pairwiseCorrelation({ products: total(own.map((each) => each.products)), pairs: together, variance: squares / (n - units.length) });
	const effects = new Map(own.map((each) => [each.unit, 1 + (2 * correlation * each.pairs) / each.n]));
	return { correlation, designEffect: n === 0 ? 1 : 1 + (2 * correlation * together) / n, ofUnit: (unit) => effects.get(unit) ?? 1 };
}

/** Finds the pairs of which both are under a unit. */
function underOne(pairs: readonly PatternPair[], level: 'clinic' | 'therapist'): (unit: string) => readonly PatternPair[] {
	const found = new Map<string | null, PatternPair[]>();
	for (const pair of pairs) {
		if (pair.a[level] !== pair.b[level]) continue;
		const before = found.get(pair.a[level]);
		if (before === undefined) found.set(pair.a[level], [pair]);
		else before.push(pair);
	}
	return (unit) => found.get(unit) ?? [];
}

function total(values: readonly number[]): number {
	return values.reduce((sum, value) => sum + value, 0);
}
