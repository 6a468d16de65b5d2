import type { Top } from './climb.ts';
import type { EstimableScores } from './estimable-scores.ts';
import { generalisedMeans } from './generalised-means.ts';
import type { Mmrm, NotEstimable } from './mmrm.ts';
import { observedMeanVariances } from './observed-mean-variances.ts';
import { residualVariances } from './residual-variances.ts';

/**
 * The curve in the units of the score, from the moments of the standardised scores at the top of their likelihood.
 *
 * `restricted` is 0 where that is the likelihood, 1 where it is the restricted one; its value is without its constant.
 *
 * R: none of its own; `mmrm` and `restrictedMmrm`, which return it, are checked against `nlme::gls` in mmrm.R and restricted-mmrm.R
 */
export function estimatedCurve({ tree, centres, spreads, counts }: EstimableScores, { moments, value, steps, converged }: Top, restricted: 0 | 1): Mmrm | NotEstimable {
	const times = centres.length;
	const { covariance } = moments;
	const collinear = residualVariances(covariance, times).findIndex((residual) => residual < LEAST_RESIDUAL);
	if (collinear >= 0) return { reason: 'scores follow from earlier ones', time: collinear };
	const scores = counts.reduce((total, n) => total + n, 0);
	const inflation = restricted ? 1 : scores / (scores - times);
	const { means, uncertainty } = generalisedMeans(tree, moments);
	const observed = observedMeanVariances(tree, { means, covariance }, counts, restricted);
	return {
		means: spreads.map((spread, time) => centres[time]! + spread * means[time]!),
		standardErrors: spreads.map((spread, time) => spread * Math.sqrt(uncertainty[time * (times + 1)]! * inflation)),
		observedStandardErrors: observed.map(({ variance }, time) => spreads[time]! * Math.sqrt(variance)),
		degreesOfFreedom: observed.map(({ degreesOfFreedom }) => degreesOfFreedom),
		covariance: spreads.map((spread, i) => spreads.map((other, j) => covariance[i * times + j]! * spread * other)),
		logLikelihood: spreads.reduce((sum, spread, time) => sum - (counts[time]! - restricted) * (Math.log(spread) + Math.log(2 * Math.PI) / 2), value),
		iterations: steps,
		converged,
	};
}

const LEAST_RESIDUAL = 1e-8;
