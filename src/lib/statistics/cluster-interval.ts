import { tQuantile } from './t-quantile.ts';

/**
 * Cluster-robust interval of a mean, a difference of means or another ratio of sums over clusters.
 *
 * `estimate` is in the units of the values. `squares` is the sum over `clusters` of the squared contribution of each, such as
 * (Σx − m n)² / N² for a mean m of N values of which the cluster holds n. Clusters are independent, values within one need
 * not be; enough clusters for the normal limit, say 20. `undefined` below two clusters; a point where `squares` is 0.
 *
 * Liang KY, Zeger SL (1986). Longitudinal data analysis using generalized linear models. Biometrika 73:13–22.
 * R: `V <- sandwich::vcovCL(lm(x ~ 1), cluster, type = "HC0", cadjust = TRUE); m + c(-1, 1) * qt(0.975, clusters - 1) * sqrt(V)`
 */
export function clusterInterval(
	{ estimate, squares, clusters }: Readonly<{ estimate: number; squares: number; clusters: number }>,
	level = 0.95,
): Readonly<{ estimate: number; se: number; lower: number; upper: number }> | undefined {
	if (clusters < 2) return undefined;
	const se = Math.sqrt((squares * clusters) / (clusters - 1));
	const margin = tQuantile((1 + level) / 2, clusters - 1) * se;
	return { estimate, se, lower: estimate - margin, upper: estimate + margin };
}
