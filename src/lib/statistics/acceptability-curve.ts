import { normalDistribution } from './normal-distribution.ts';

export type CostAndEffect = Readonly<{ cost: number; effect: number; costVariance: number; effectVariance: number; covariance: number }>;

/**
 * Cost-effectiveness acceptability curve: for each amount that one would pay for a unit of effect, the chance that it is worth it.
 *
 * `cost` and `effect` are differences between two ways of treating, with their sampling variances and covariance, taken as bivariate
 * normal. The chance is that of `willingness` · effect − cost being above 0, the differences being normal about their estimates
 * (a flat prior); 1/2 where that is 0 for certain, else 0 or 1 where nothing varies. Willingness is in units of cost a unit of effect.
 *
 * van Hout BA et al (1994). Costs, effects and C/E-ratios alongside a clinical trial. Health Econ 3:309–319.
 * R: `pnorm((k * effect - cost) / sqrt(k^2 * effectVariance + costVariance - 2 * k * covariance))`
 */
export function acceptabilityCurve(
	{ cost, effect, costVariance, effectVariance, covariance }: CostAndEffect,
	willingness: readonly number[],
): Readonly<{ willingness: number; chance: number }>[] {
	return willingness.map((pay) => {
		const benefit = pay * effect - cost;
		const variance = pay * pay * effectVariance + costVariance - 2 * pay * covariance;
		if (variance > 0) return { willingness: pay, chance: normalDistribution(benefit / Math.sqrt(variance)) };
		return { willingness: pay, chance: (Math.sign(benefit) + 1) / 2 };
	});
}
