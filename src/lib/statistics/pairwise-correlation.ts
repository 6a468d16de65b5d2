/**
 * How alike two values of one cluster are: the mean product of their distances from the mean, over the variance of a value.
 *
 * `products` is the sum of those products over `pairs`, each two values of a cluster counted once; `variance` that of the values. Drawn into 0 to 1,
 * and 0 without pairs or variance. With ρ, the variance of the mean of n values of which `pairs` share a cluster is s²/n · (1 + 2ρ · pairs / n).
 *
 * Karlin S, Cameron EC, Williams PT (1981). Sibling and parent–offspring correlation estimation with variable family size. Proc Natl Acad Sci
 * USA 78:2664–2668. Kish L (1965). Survey Sampling. Wiley, section 5.4 (the variance).
 * R: `sum(apply(pairs, 1, function(i) prod(r[i]))) / nrow(pairs) / var(r)`
 */
export function pairwiseCorrelation({ products, pairs, variance }: Readonly<{ products: number; pairs: number; variance: number }>): number {
	if (!(pairs > 0 && variance > 0)) return 0;
	return Math.max(0, Math.min(1, products / pairs / variance));
}
