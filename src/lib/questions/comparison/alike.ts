import type { OutcomePairs } from '#lib/statistics/cluster-wilson-interval.ts';
import { effectiveClusters } from '#lib/statistics/effective-clusters.ts';
import { pairSum, type LinearInfluence, type PairSums } from '#lib/statistics/pair-sum.ts';
import type { Pattern } from './design.ts';

type Key = Pick<Pattern, 'protocol' | 'chronicity' | 'clinic' | 'sex' | 'ageBand' | 'baseline'>;

/** Pairs of episodes of one patient by the patterns of the two: sums of their last scores, and how many responded. */
export type PatternPair = PairSums & Readonly<{ a: Key; b: Key; respondersA: number; respondersB: number; bothResponded: number }>;

/** Responses of pairs of one patient within each of the two protocols, and across them. */
export type ResponsePairs = Readonly<{ within: readonly [OutcomePairs, OutcomePairs]; across: Readonly<{ both: number; first: number; second: number; neither: number }> }>;

/** What several episodes of a patient add to a variance of independent ones, given how far an episode of each pattern moves the estimate. */
export function alike(pairs: readonly PatternPair[], influence: (key: Key) => LinearInfluence, outcome: 'score' | 'response'): number {
	return pairSum(pairs.map((pair) => ({ ...(outcome === 'score' ? pair : responses(pair)), a: influence(pair.a), b: influence(pair.b) })));
}

/** The share of `n` episodes that are worth a patient of their own. */
export function independent(n: number, pairs: readonly PatternPair[]): number {
	return effectiveClusters(n, pairs.reduce((sum, pair) => sum + pair.n, 0)) / n;
}

export function responsePairs(pairs: readonly PatternPair[], first: string): ResponsePairs {
	const within = (side: boolean): OutcomePairs => {
		const own = pairs.filter(({ a, b }) => (a.protocol === first) === side && (b.protocol === first) === side);
		const both = total(own, ({ bothResponded }) => bothResponded);
		const one = total(own, ({ respondersA, respondersB, bothResponded }) => respondersA + respondersB - 2 * bothResponded);
		return { both, one, neither: total(own, ({ n }) => n) - both - one };
	};
	const across = pairs.filter(({ a, b }) => (a.protocol === first) !== (b.protocol === first));
	const both = total(across, ({ bothResponded }) => bothResponded);
	const ofFirst = total(across, ({ a, respondersA, respondersB }) => (a.protocol === first ? respondersA : respondersB)) - both;
	const ofSecond = total(across, ({ a, respondersA, respondersB }) => (a.protocol === first ? respondersB : respondersA)) - both;
	return { within: [within(true), within(false)], across: { both, first: ofFirst, second: ofSecond, neither: total(across, ({ n }) => n) - both - ofFirst - ofSecond } };
}

function responses({ n, respondersA, respondersB, bothResponded }: PatternPair): PairSums {
	return { n, sumA: respondersA, sumB: respondersB, products: bothResponded };
}

function total(pairs: readonly PatternPair[], of: (pair: PatternPair) => number): number {
	return pairs.reduce((sum, pair) => sum + of(pair), 0);
}
