import type { CostAndEffect } from './acceptability-curve.ts';
import { normalQuantile } from './normal-quantile.ts';

/**
 * Points of the cost-effectiveness plane: draws from the bivariate normal distribution of a difference in cost and one in effect.
 *
 * `uniform` gives numbers between 0 and 1, two a point; the same numbers give the same points. Variances as in `acceptabilityCurve`;
 * where one is 0, all points share that coordinate.
 *
 * Briggs A, Fenn P (1998). Confidence intervals or surfaces? Uncertainty on the cost-effectiveness plane. Health Econ 7:723–740.
 * R: `z <- matrix(qnorm(u), 2); t(c(cost, effect) + t(chol(V)) %*% z)`; in acceptability-curve.R
 */
export function costEffectivenessPlane(
	{ cost, effect, costVariance, effectVariance, covariance }: CostAndEffect,
	points: number,
	uniform: () => number,
): Readonly<{ cost: number; effect: number }>[] {
	const costSd = Math.sqrt(costVariance);
	const slope = costSd === 0 ? 0 : covariance / costSd;
	const rest = Math.sqrt(Math.max(0, effectVariance - slope * slope));
	return Array.from({ length: points }, () => {
		const first = normalQuantile(uniform());
		const second = normalQuantile(uniform());
		return { cost: cost + costSd * first, effect: effect + slope * first + rest * second };
	});
}
