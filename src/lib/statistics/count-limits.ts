import type { RateLimits } from './proportion-limits.ts';

/**
 * Limits of a u-chart: events per unit from groups of varying size, where a unit may have several events.
 *
 * Estimates the common rate behind `baseline` (`count` events among `n` units a group) and, for each size asked for, the range
 * within which a group's rate falls while that rate holds: `centre` ± 3 standard errors, not below 0. `reach` is the 3 standard
 * errors themselves. Assumes Poisson counts, that is events independent of each other; events that come in clusters make the limits
 * too narrow. `undefined` for an empty baseline and for one without events; a RangeError for a size below 1.
 *
 * Montgomery DC (2013). Introduction to statistical quality control, 7th ed. Wiley, section 7.3.
 * R: `u <- sum(x) / sum(n); u + c(-1, 1) * 3 * sqrt(u / size)`; `qcc::qcc(x, sizes = n, type = "u")`
 */
export function countLimits(baseline: readonly Readonly<{ count: number; n: number }>[], sizes: readonly number[]): RateLimits | undefined {
	const total = baseline.reduce((sum, { n }) => sum + n, 0);
	const centre = baseline.reduce((sum, { count }) => sum + count, 0) / total;
	if (!(centre > 0 && centre < Infinity)) return undefined;
	const limits = sizes.map((size) => {
		if (!(size >= 1)) throw new RangeError(`size must be 1 or more: ${size}`);
		const reach = 3 * Math.sqrt(centre / size);
		return { lower: Math.max(0, centre - reach), upper: centre + reach, reach };
	});
	return { centre, limits };
}
