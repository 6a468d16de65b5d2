import type { StandardPattern } from './standardise-pattern.ts';

/**
 * Summed products of standardised scores, by the last position at which an episode was scored.
 *
 * Element m of the result sums the products of the patterns whose `last` is m, as a (times + 1)² row-major matrix with a row for the
 * constant and for each time, 0 where a pattern has not seen it.
 *
 * R: `crossprod(cbind(1, y))` of the episodes last seen at m, with 0 for NA
 */
export function productsByLast(patterns: readonly StandardPattern[], times: number): readonly Float64Array[] {
	const width = times + 1;
	const totals = Array.from({ length: width }, () => new Float64Array(width * width));
	for (const { last, seen, products } of patterns) {
		const total = totals[last]!;
		seen.forEach((i, a) => seen.forEach((j, b) => (total[i * width + j]! += products[a * seen.length + b]!)));
	}
	return totals;
}
