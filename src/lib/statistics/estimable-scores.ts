import type { NotEstimable, Pattern } from './mmrm.ts';
import { visitTree, type VisitTree } from './visit-tree.ts';

/**
 * The tree of the patterns in standardised units, with the centre, spread and number of the scores at each time. `together` has a row for
 * each time, with the episodes that were scored then and at each time up to it.
 */
export type EstimableScores = Readonly<{
	tree: VisitTree;
	centres: readonly number[];
	spreads: readonly number[];
	counts: readonly number[];
	together: Float64Array;
}>;

/**
 * The scores at each of `times` times, standardised, or the first time at which they allow no unstructured curve, and why.
 *
 * A time needs three episodes for each coefficient of its regression on the times before it, alone and together with any one of
 * these, and scores that are not all equal. A RangeError for `times` below 1.
 *
 * R: none; a rule of `mmrm`, whose intervals were simulated with it and whose fits in mmrm.R keep to it
 */
export function estimableScores(patterns: readonly Pattern[], times: number): EstimableScores | NotEstimable {
	if (!(times >= 1)) throw new RangeError(`times must be at least 1: ${times}`);
	const { totals, squares, together } = sums(patterns, times);
	const counts = range(times).map((time) => together[time * (times + 1)]!);
	const centres = counts.map((n, time) => totals[time]! / n);
	const spreads = counts.map((n, time) => spread(squares[time]! / n, centres[time]!));
	for (const time of range(times)) {
		const needed = EPISODES_EACH * (time + 1);
		if (Math.min(...together.subarray(time * times, time * times + time + 1)) < needed) return { reason: 'too few episodes', time, needed };
		if (spreads[time] === 0) return { reason: 'scores do not vary', time };
	}
	return { tree: visitTree(patterns, centres, spreads), centres, spreads, counts, together };
}

const EPISODES_EACH = 3;

function range(length: number): number[] {
	return Array.from({ length }, (_, i) => i);
}

/** Of the scores at each time, and of their squares. */
function sums(patterns: readonly Pattern[], width: number) {
	const [totals, squares, together] = [new Float64Array(width), new Float64Array(width), new Float64Array(width * width)];
	for (const { times, n, sums: ofScores, crossProducts } of patterns) {
		for (let a = 0; a < times.length; a++) {
			const time = times[a]!;
			if (time >= width) break;
			totals[time]! += ofScores[a]!;
			squares[time]! += crossProducts[a]![a]!;
			for (let b = 0; b <= a; b++) together[time * width + times[b]!]! += n;
		}
	}
	return { totals, squares, together };
}

function spread(meanSquare: number, mean: number): number {
	const variance = meanSquare - mean * mean;
	return variance > 1e-12 * mean * mean ? Math.sqrt(variance) : 0;
}
