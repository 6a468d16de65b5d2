import { fQuantile } from './f-quantile.ts';

export type Cluster = Readonly<{ n: number; sum: number; sumSquares: number }>;

/**
 * Intraclass correlation: the share of the variance of a value that lies between clusters rather than within them.
 *
 * A cluster gives the number, the sum and the sum of squares of its values; those with none are left out. The estimate is
 * from the mean squares of a one-way analysis of variance with the number n₀ that stands for unequal clusters; the interval
 * is from the F distribution, exact for equal clusters of normal values and near for others, yes-or-no values among them.
 * All three are drawn up to 0 where below. `designEffect` is how much wider values that come several from a smaller cluster, such as a
 * patient's within a clinic, make the means of the clusters differ by chance, 1 where they are independent: the mean square between is
 * held against so much more of that within. `reason` says in words why there is none: fewer than two clusters, one value
 * each, or no variance at all.
 *
 * Searle SR, Casella G, McCulloch CE (1992). Variance Components. Wiley, section 3.6. Donner A (1986). A review of inference
 * procedures for the intraclass correlation coefficient in the one-way random effects model. Int Stat Rev 54:67–82.
 * R: `m <- anova(aov(y ~ cluster))$'Mean Sq'; (m[1] - D * m[2]) / (m[1] - D * m[2] + n0 * m[2])`; on equal clusters
 * `VarCorr(lme4::lmer(y ~ (1 | cluster)))`, or nearly `lmer(y ~ (1 | cluster / patient))`
 */
export function intraclassCorrelation(
	all: readonly Cluster[],
	level = 0.95,
	designEffect = 1,
): Readonly<{ estimate: number; lower: number; upper: number }> | Readonly<{ reason: string }> {
	const clusters = all.filter(({ n }) => n > 0);
	const n = clusters.reduce((total, cluster) => total + cluster.n, 0);
	const between = clusters.length - 1;
	const within = n - clusters.length;
	if (between < 1) return { reason: 'there are fewer than two groups' };
	if (within < 1) return { reason: 'no group has more than one value' };
	const grandMean = clusters.reduce((total, { sum }) => total + sum, 0) / n;
	const meanBetween = clusters.reduce((total, cluster) => total + cluster.n * (cluster.sum / cluster.n - grandMean) ** 2, 0) / between;
	const meanWithin = clusters.reduce((total, cluster) => total + Math.max(0, cluster.sumSquares - cluster.sum ** 2 / cluster.n), 0) / within;
	if (meanBetween + meanWithin === 0) return { reason: 'all values are the same' };
	const size = (n - clusters.reduce((total, cluster) => total + cluster.n ** 2, 0) / n) / between;
	const correlation = (multiple: number) => {
		const beyond = meanBetween - multiple * designEffect * meanWithin;
		return Math.max(0, beyond / (beyond + size * multiple * meanWithin));
	};
	return {
		estimate: correlation(1),
		lower: correlation(fQuantile((1 + level) / 2, between, within)),
		upper: correlation(fQuantile((1 - level) / 2, between, within)),
	};
}
