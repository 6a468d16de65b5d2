type Counted = Readonly<{ count: number; n: number }>;

/** Pairs of outcomes of one cluster, the first in one group and the second in the other: both are a yes, only one of them, or none. */
export type AcrossPairs = Readonly<{ both: number; first: number; second: number; neither: number }>;

/**
 * Correlation of two shares of which some clusters have outcomes in both.
 *
 * Estimates the correlation between `count` / `n` of the two groups, −1 to 1, from the pairs of outcomes across them; 0 without
 * pairs, and where a share is 0 or 1. The variances are those of independent outcomes within each group.
 *
 * Newcombe RG (1998). Stat Med 17:2635–2650 (φ, for paired groups).
 * R: `cor(x, y)` where each cluster has one outcome in each group; in pair-sum.R
 */
export function shareCorrelation([a, b]: readonly [Counted, Counted], { both, first, second, neither }: AcrossPairs): number {
	const [p, q] = [a.count / a.n, b.count / b.n];
	const variance = a.n * p * (1 - p) * b.n * q * (1 - q);
	if (!(variance > 0)) return 0;
	const covariance = both * (1 - p) * (1 - q) - first * (1 - p) * q - second * p * (1 - q) + neither * p * q;
	return Math.max(-1, Math.min(1, covariance / Math.sqrt(variance)));
}
