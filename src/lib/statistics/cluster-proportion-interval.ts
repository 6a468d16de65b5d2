import { clopperPearsonInterval } from './clopper-pearson-interval.ts';
import { tQuantile } from './t-quantile.ts';

/**
 * Proportion with an interval that allows for outcomes that are alike within a cluster, after Korn and Graubard.
 *
 * Estimates the chance behind `count` of `n` yes-or-no outcomes in `clusters`, 0 to 1. `squares` is the sum over clusters of
 * (x − p m)², x being the count and m the number of outcomes of the cluster, p = count / n. The exact interval of as many
 * independent outcomes as would give the same variance, never more than `n`. Where no outcome or every outcome is a yes the
 * clusters say nothing of the variance, and each counts as one outcome. `undefined` below two clusters.
 *
 * Korn EL, Graubard BI (1998). Confidence intervals for proportions with small expected number of positive counts estimated
 * from survey data. Surv Methodol 24:193–201.
 * R: `survey::svyciprop(~x, svydesign(~cluster, weights = ~1), method = "beta")`, the effective size being at most n; in cluster-interval.R
 */
export function clusterProportionInterval(
	{ count, n, clusters, squares }: Readonly<{ count: number; n: number; clusters: number; squares: number }>,
	level = 0.95,
): Readonly<{ estimate: number; lower: number; upper: number }> | undefined {
	if (clusters < 2) return undefined;
	const estimate = count / n;
	if (count === 0 || count === n) return clopperPearsonInterval(estimate * clusters, clusters, level);
	const variance = (squares * clusters) / (clusters - 1) / (n * n);
	const p = (1 + level) / 2;
	const forDegrees = (tQuantile(p, n - 1) / tQuantile(p, clusters - 1)) ** 2;
	const effective = variance === 0 ? n : Math.min(n, ((estimate * (1 - estimate)) / variance) * forDegrees);
	const interval = clopperPearsonInterval(estimate * effective, effective, level);
	return interval === undefined ? undefined : { ...interval, estimate };
}
