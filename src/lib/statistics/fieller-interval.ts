import { tQuantile } from './t-quantile.ts';

/**
 * Ratio of two correlated estimates with Fieller's interval.
 *
 * `numerator` and `denominator` are means or other estimates, jointly normal or nearly so, with their sampling variances and
 * covariance, `df` degrees of freedom behind them. The interval holds the ratios r for which numerator − r · denominator
 * does not differ from 0; it is finite only where the denominator does. Otherwise `reason` says so. Each bound is in units of the
 * numerator a unit of the denominator.
 *
 * Fieller EC (1954). Some problems in interval estimation. J R Stat Soc B 16:175–185.
 * R: the roots r of `t.test(x - r * y)$p.value == 1 - level`, for paired values
 */
export function fiellerInterval(
	{ numerator, denominator, variance, denominatorVariance, covariance, df }: Readonly<{ numerator: number; denominator: number; variance: number; denominatorVariance: number; covariance: number; df: number }>,
	level = 0.95,
): Readonly<{ estimate: number; lower: number; upper: number }> | Readonly<{ reason: string }> {
	if (!(df > 0)) return { reason: 'there are too few to know how much the ratio varies' };
	if (denominator === 0) return { reason: 'the denominator is 0' };
	const t = tQuantile((1 + level) / 2, df);
	const a = denominator * denominator - t * t * denominatorVariance;
	if (!(a > 0)) return { reason: 'the denominator does not differ from 0 beyond chance, so the ratio has no finite interval' };
	const middle = numerator * denominator - t * t * covariance;
	const c = numerator * numerator - t * t * variance;
	const margin = Math.sqrt(Math.max(0, middle * middle - a * c));
	return { estimate: numerator / denominator, lower: (middle - margin) / a, upper: (middle + margin) / a };
}
