import { normalQuantile } from './normal-quantile.ts';

/**
 * Control limits of a funnel plot: where a unit lies with chance `level` that differs from the target by chance alone.
 *
 * `target` and `se`, the standard error of a unit of this size, are on a scale where units are near enough to normal: the
 * arcsine scale for proportions (se = 1 / (2 √n)), their own for means (se = s / √n). `tau2` is the over-dispersion on that
 * scale, 0 for limits of chance alone. A RangeError for a negative `se` or `tau2`.
 *
 * Spiegelhalter DJ (2005). Funnel plots for comparing institutional performance. Stat Med 24:1185–1202.
 * R: `target + qnorm(c((1 - level) / 2, (1 + level) / 2)) * sqrt(se^2 + tau2)`, for proportions `sin(…)^2` thereof
 */
export function funnelLimits({ target, se, tau2 }: Readonly<{ target: number; se: number; tau2: number }>, level: number): Readonly<{ lower: number; upper: number }> {
	if (!(se >= 0)) throw new RangeError(`se must not be below 0: ${se}`);
	if (!(tau2 >= 0)) throw new RangeError(`tau2 must not be below 0: ${tau2}`);
	const margin = normalQuantile((1 + level) / 2) * Math.sqrt(se ** 2 + tau2);
	return { lower: target - margin, upper: target + margin };
}
