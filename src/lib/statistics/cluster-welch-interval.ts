import { tQuantile } from './t-quantile.ts';

type Sample = Readonly<{ n: number; mean: number; sd: number }>;

/**
 * Difference of two means with a t interval that allows for values that are alike within a cluster.
 *
 * Estimates the mean of the population behind `a` less that behind `b`. Each mean has its own variance; `covariance` is what the variance of
 * the difference lacks for values of one cluster, of one sample or both (`pairSum`, with (y − mean)/n for the first and its negative for the second).
 * Welch's degrees of freedom, times `independent`, the share of values that are worth a cluster of their own (1 without clusters, where it is Welch's
 * interval). `undefined` below two values, and where no variance is left.
 *
 * Welch BL (1947). Biometrika 34:28–35. Liang KY, Zeger SL (1986). Biometrika 73:13–22.
 * R: `u <- c((a - mean(a)) / length(a), -(b - mean(b)) / length(b)); V <- var(a) / length(a) + var(b) / length(b) + sum(rowsum(u, cluster)^2) - sum(u^2)`; in pair-sum.R
 */
export function clusterWelchInterval(
	a: Sample,
	b: Sample,
	{ covariance, independent }: Readonly<{ covariance: number; independent: number }>,
	level = 0.95,
): Readonly<{ estimate: number; lower: number; upper: number; df: number }> | undefined {
	if (a.n < 2 || b.n < 2) return undefined;
	const ofA = (a.sd * a.sd) / a.n;
	const ofB = (b.sd * b.sd) / b.n;
	const variance = ofA + ofB + covariance;
	if (!(ofA + ofB > 0 && variance > 1e-12 * (ofA + ofB))) return undefined;
	const df = (independent * (ofA + ofB) ** 2) / (ofA ** 2 / (a.n - 1) + ofB ** 2 / (b.n - 1));
	const estimate = a.mean - b.mean;
	const margin = tQuantile((1 + level) / 2, df) * Math.sqrt(variance);
	return { estimate, lower: estimate - margin, upper: estimate + margin, df };
}
