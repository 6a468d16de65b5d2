import { wilsonInterval } from './wilson-interval.ts';

/** Pairs of outcomes within one cluster, each counted once: both are a yes, one is, or none. */
export type OutcomePairs = Readonly<{ both: number; one: number; neither: number }>;

/**
 * Proportion with a Wilson interval that allows for outcomes that are alike within a cluster.
 *
 * Estimates the chance behind `count` of `n` yes-or-no outcomes, 0 to 1: the Wilson interval of as many independent outcomes as
 * would give the variance of the clusters, n divided by the design effect Σ over clusters of (x − p m)² / (n p (1 − p)), x being the
 * count and m the size of a cluster. The design effect is never taken below 1; where no outcome or every outcome is a yes, those of
 * a cluster are taken to be all alike, for which it is Σ m² / n. Without pairs it is `wilsonInterval`. `undefined` for `n` = 0.
 *
 * Franco C, Little RJA, Louis TA, Slud EV (2019). Comparative study of confidence intervals for proportions in complex sample
 * surveys. J Surv Stat Methodol 7:334–364. Kish L (1965). Survey Sampling. Wiley, section 8.2.
 * R: `deff <- max(1, sum(tapply(x - p, cluster, sum)^2) / sum((x - p)^2)); prop.test(count / deff, n / deff, correct = FALSE)$conf.int`
 */
export function clusterWilsonInterval(count: number, n: number, pairs: OutcomePairs, level = 0.95): Readonly<{ estimate: number; lower: number; upper: number }> | undefined {
	const effect = designEffect(count, n, pairs);
	const interval = wilsonInterval(count / effect, n / effect, level);
	return interval === undefined ? undefined : { ...interval, estimate: count / n };
}

function designEffect(count: number, n: number, { both, one, neither }: OutcomePairs): number {
	if (n === 0) return 1;
	const p = count / n;
	if (count === 0 || count === n) return 1 + (2 * (both + one + neither)) / n;
	const covariance = both * (1 - p) ** 2 - one * p * (1 - p) + neither * p ** 2;
	return Math.max(1, 1 + (2 * covariance) / (n * p * (1 - p)));
}
