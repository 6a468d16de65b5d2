/**
 * Limits of a p-chart: proportions from groups of varying size.
 *
 * Estimates the common proportion behind `baseline` (`count` of `n` yes-or-no outcomes a group) and, for each size asked for, the
 * range within which a group's proportion falls while that proportion holds: `centre` ± 3 standard errors, kept within 0 to 1.
 * `reach` is the 3 standard errors themselves. Assumes that outcomes are independent of each other; where groups differ more than
 * that, in large groups above all, the limits are too narrow. `undefined` for an empty baseline and where all or none have the
 * outcome, which leaves nothing to judge by; a RangeError for a size below 1.
 *
 * Montgomery DC (2013). Introduction to statistical quality control, 7th ed. Wiley, section 7.2.
 * R: `p <- sum(x) / sum(n); p + c(-1, 1) * 3 * sqrt(p * (1 - p) / size)`; `qcc::qcc(x, sizes = n, type = "p")`; in rate-limits.R
 */
export function proportionLimits(baseline: readonly Readonly<{ count: number; n: number }>[], sizes: readonly number[]): RateLimits | undefined {
	const total = baseline.reduce((sum, { n }) => sum + n, 0);
	const centre = baseline.reduce((sum, { count }) => sum + count, 0) / total;
	if (!(centre > 0 && centre < 1)) return undefined;
	const limits = sizes.map((size) => {
		if (!(size >= 1)) throw new RangeError(`size must be 1 or more: ${size}`);
		const reach = 3 * Math.sqrt((centre * (1 - centre)) / size);
		return { lower: Math.max(0, centre - reach), upper: Math.min(1, centre + reach), reach };
	});
	return { centre, limits };
}

export type RateLimits = Readonly<{ centre: number; limits: readonly Readonly<{ lower: number; upper: number; reach: number }>[] }>;
