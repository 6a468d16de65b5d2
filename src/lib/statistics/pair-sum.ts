/** How far a value y moves an estimate: `slope` · y + `offset`. */
export type LinearInfluence = Readonly<{ slope: number; offset: number }>;

/** Pairs of values, `n` of them: the sums of the first and of the second values, and of their products. */
export type PairSums = Readonly<{ n: number; sumA: number; sumB: number; products: number }>;

/**
 * What a variance of independent values lacks where clusters hold several: twice the sum, over pairs of one cluster, of the products
 * of their influences.
 *
 * The variance of an estimate by clusters is the sum over clusters of the squared sum of influences; with the squares of each value
 * in the variance already, only the products of each two values of a cluster are missing. Each two are counted once, and all pairs in an
 * entry of `pairs` share the influences `a` of the first and `b` of the second. In the squared units of the estimate; may be negative.
 *
 * Liang KY, Zeger SL (1986). Longitudinal data analysis using generalized linear models. Biometrika 73:13–22.
 * R: `sum(rowsum(u, cluster)^2) - sum(u^2)`
 */
export function pairSum(pairs: readonly (PairSums & Readonly<{ a: LinearInfluence; b: LinearInfluence }>)[]): number {
	return pairs.reduce((sum, { n, sumA, sumB, products, a, b }) => {
		const value = a.slope * b.slope * products + a.slope * b.offset * sumA + a.offset * b.slope * sumB + n * a.offset * b.offset;
		return sum + 2 * value;
	}, 0);
}
