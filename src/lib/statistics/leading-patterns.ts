import type { Pattern } from './mmrm.ts';

/** `shares` has for each two times, the times up to the first row by row, and then for each time, the share of the episodes scored then that these patterns hold. */
export type LeadingPatterns = Readonly<{ patterns: readonly Pattern[]; shares: Float64Array }>;

/**
 * The patterns of most episodes, as many as it takes to hold nine tenths of the episodes scored at each two times.
 *
 * `together` has a row for each time, with the episodes scored then and at each time up to it. Nothing where there are few patterns, or where
 * it takes more than a fifth of them: then nothing is gained by looking at these first.
 *
 * R: none; a rule of `likelihoodTop`, which leads to the same without it, and is checked in mmrm.R
 */
export function leadingPatterns(patterns: readonly Pattern[], together: Float64Array): LeadingPatterns | undefined {
	if (patterns.length < FEW) return undefined;
	const times = Math.sqrt(together.length);
	const held = new Float64Array(together.length);
	const leading: Pattern[] = [];
	for (const pattern of patterns.toSorted((a, b) => b.n - a.n)) {
		if (held.every((n, at) => n >= ENOUGH * together[at]!)) return { patterns: leading, shares: sharesOf(held, together, times) };
		if (leading.length >= patterns.length * MOST) return undefined;
		leading.push(pattern);
		addTogether(held, pattern, times);
	}
	return undefined;
}

const FEW = 100;
const ENOUGH = 0.9;
const MOST = 1 / 5;

function addTogether(held: Float64Array, { times: scored, n }: Pattern, times: number): void {
	for (const time of scored) {
		if (time >= times) return;
		for (const other of scored) {
			if (other > time) break;
			held[time * times + other]! += n;
		}
	}
}

function sharesOf(held: Float64Array, together: Float64Array, times: number): Float64Array {
	const shares = new Float64Array((times * (times + 3)) / 2);
	let at = 0;
	for (let i = 0; i < times; i++) for (let j = 0; j <= i; j++) shares[at++] = held[i * times + j]! / together[i * times + j]!;
	for (let i = 0; i < times; i++) shares[at++] = held[i * (times + 1)]! / together[i * (times + 1)]!;
	return shares;
}
