import type { RateLimits } from './proportion-limits.ts';

/**
 * Limits of a u-chart whose events come in clusters: events per unit from groups of varying size, where a unit may have several.
 *
 * Estimates the common rate behind `baseline` (`count` events among `n` units a group, `squares` the sum over units of their squared
 * numbers of events) and, for each size asked for, the range within which a group's rate falls while that rate holds: `centre` ± 3
 * standard errors, not below 0. `reach` is the 3 standard errors themselves. The variance of a unit's number is the pooled one within
 * the groups, as in an x̄-chart of that number, rather than the rate itself: with Poisson counts the two agree, with events that
 * come several to a unit the limits of Poisson are too narrow. Assumes units independent of each other. `undefined` for an empty
 * baseline, one without events, and where all units of a group have as many; a RangeError for a size below 1.
 *
 * Montgomery DC (2013). Introduction to statistical quality control, 7th ed. Wiley, sections 6.3.2 (x̄ with pooled s and groups of
 * varying size) and 7.3 (u).
 * R: `u <- sum(x) / sum(n); s2 <- sum((n - 1) * sapply(groups, var)) / sum(n - 1); u + c(-1, 1) * 3 * sqrt(s2 / size)`; in rate-limits.R
 */
export function countLimits(baseline: readonly Readonly<{ count: number; squares: number; n: number }>[], sizes: readonly number[]): RateLimits | undefined {
	const sum = (of: (group: (typeof baseline)[number]) => number) => baseline.reduce((all, group) => all + of(group), 0);
	const centre = sum(({ count }) => count) / sum(({ n }) => n);
	const variance = sum(({ count, squares, n }) => squares - count ** 2 / n) / sum(({ n }) => n - 1);
	if (!(centre > 0 && variance > 1e-12 * centre && variance < Infinity)) return undefined;
	const limits = sizes.map((size) => {
		if (!(size >= 1)) throw new RangeError(`size must be 1 or more: ${size}`);
		const reach = 3 * Math.sqrt(variance / size);
		return { lower: Math.max(0, centre - reach), upper: centre + reach, reach };
	});
	return { centre, limits };
}
