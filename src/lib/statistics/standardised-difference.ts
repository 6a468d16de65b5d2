/**
 * Standardised mean difference of two groups: the difference of their means in units of the spread within them.
 *
 * Each group by its mean and variance (for a share p, p and p·(1 − p)); the unit is the root of the mean of both variances, so the
 * numbers in the groups do not matter. 0 where the means are equal; `undefined` where they differ and neither group varies. After
 * weighting, give the weighted means with the variances before weighting, so that before and after are in the same unit.
 *
 * Austin PC (2009). Balance diagnostics for comparing the distribution of baseline covariates. Stat Med 28:3083–3107.
 * R: `(m1 - m2) / sqrt((v1 + v2) / 2)`
 */
export function standardisedDifference(first: MeanAndVariance, second: MeanAndVariance): number | undefined {
	const difference = first.mean - second.mean;
	if (difference === 0) return 0;
	const unit = Math.sqrt((first.variance + second.variance) / 2);
	return unit > 0 ? difference / unit : undefined;
}

type MeanAndVariance = Readonly<{ mean: number; variance: number }>;
