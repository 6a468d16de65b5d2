import type { NotEstimable, Pattern } from './mmrm.ts';
import { standardisePattern, type StandardPattern } from './standardise-pattern.ts';

/** Patterns in standardised units, with the centre, spread and number of the scores at each time. */
export type EstimableScores = Readonly<{
	standard: readonly StandardPattern[];
	centres: readonly number[];
	spreads: readonly number[];
	counts: readonly number[];
}>;

/**
 * The scores at each of `times` times, standardised, or the first time at which they allow no unstructured curve, and why.
 *
 * A time needs three episodes for each coefficient of its regression on the times before it, alone and together with any one of
 * these, and scores that are not all equal. A RangeError for `times` below 1.
 *
 * R: none; a rule of `mmrm`, whose intervals were simulated with it
 */
export function estimableScores(patterns: readonly Pattern[], times: number): EstimableScores | NotEstimable {
	if (!(times >= 1)) throw new RangeError(`times must be at least 1: ${times}`);
	const margins = range(times).map((time) => margin(patterns, time));
	for (const [time, { spread }] of margins.entries()) {
		const needed = EPISODES_EACH * (time + 1);
		if (fewestTogether(patterns, time) < needed) return { reason: 'too few episodes', time, needed };
		if (spread === 0) return { reason: 'scores do not vary', time };
	}
	const centres = margins.map(({ mean }) => mean);
	const spreads = margins.map(({ spread }) => spread);
	const standard = patterns.filter(({ n }) => n > 0).map((pattern) => standardisePattern(pattern, centres, spreads));
	return { standard, centres, spreads, counts: margins.map(({ n }) => n) };
}

const EPISODES_EACH = 3;

function range(length: number): number[] {
	return Array.from({ length }, (_, i) => i);
}

function margin(patterns: readonly Pattern[], time: number) {
	let n = 0;
	let total = 0;
	let squares = 0;
	for (const pattern of patterns) {
		const at = pattern.times.indexOf(time);
		if (at < 0) continue;
		n += pattern.n;
		total += pattern.sums[at]!;
		squares += pattern.crossProducts[at]![at]!;
	}
	const mean = total / n;
	const variance = squares / n - mean * mean;
	return { n, mean, spread: variance > 1e-12 * mean * mean ? Math.sqrt(variance) : 0 };
}

function fewestTogether(patterns: readonly Pattern[], time: number): number {
	const together = range(time + 1).map(() => 0);
	for (const pattern of patterns) {
		if (!pattern.times.includes(time)) continue;
		for (const earlier of pattern.times) if (earlier <= time) together[earlier]! += pattern.n;
	}
	return Math.min(...together);
}
