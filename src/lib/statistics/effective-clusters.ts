/**
 * How many clusters of equal size `n` values are worth where `pairs` of them share a cluster, each two counted once.
 *
 * n² / Σ m², m being the size of a cluster, since Σ m² = n + 2 · pairs; never more than the number of clusters, and `n` where each has
 * one value. 0 for nobody.
 *
 * Kish L (1965). Survey Sampling. Wiley, section 8.2.
 * R: `m <- table(cluster); sum(m)^2 / sum(m^2)`; in pair-sum.R
 */
export function effectiveClusters(n: number, pairs: number): number {
	return n === 0 ? 0 : (n * n) / (n + 2 * pairs);
}
