import type { EstimableScores } from './estimable-scores.ts';
import { meanVariances } from './mean-variances.ts';
import type { Mmrm, NotEstimable } from './mmrm.ts';
import { observedMeanVariances } from './observed-mean-variances.ts';
import { regressionMoments } from './regression-moments.ts';

type Fit = Readonly<{ point: Float64Array; objective: number; steps: number; converged: boolean }>;

/**
 * The curve in the units of the score, from the regressions of each standardised score on those before it.
 *
 * `fit.point` is laid out as `sequentialRegressions` returns it, its residual variances with the divisor n − `restricted`: 0 where
 * they are of maximum likelihood, 1 of the restricted. `fit.objective` is that log-likelihood, without its constant.
 *
 * R: none of its own; `mmrm` and `restrictedMmrm`, which return it, are checked against `nlme::gls`
 */
export function estimatedCurve({ standard, centres, spreads, counts }: EstimableScores, fit: Fit, restricted: 0 | 1): Mmrm | NotEstimable {
	const times = centres.length;
	const { means, residuals, covariance } = regressionMoments(fit.point, times);
	const collinear = residuals.findIndex((residual) => residual < LEAST_RESIDUAL);
	if (collinear >= 0) return { reason: 'scores follow from earlier ones', time: collinear };
	const scores = counts.reduce((total, n) => total + n, 0);
	const inflation = restricted ? 1 : scores / (scores - times);
	const observed = observedMeanVariances(standard, fit.point, times, restricted);
	return {
		means: means.map((mean, time) => centres[time]! + spreads[time]! * mean),
		standardErrors: meanVariances(standard, fit.point, times).map((variance, time) => spreads[time]! * Math.sqrt(variance * inflation)),
		observedStandardErrors: observed.map(({ variance }, time) => spreads[time]! * Math.sqrt(variance)),
		degreesOfFreedom: observed.map(({ degreesOfFreedom }) => degreesOfFreedom),
		covariance: covariance.map((row, i) => row.map((value, j) => value * spreads[i]! * spreads[j]!)),
		logLikelihood: spreads.reduce((sum, spread, time) => sum - (counts[time]! - restricted) * (Math.log(spread) + Math.log(2 * Math.PI) / 2), fit.objective),
		iterations: fit.steps,
		converged: fit.converged,
	};
}

const LEAST_RESIDUAL = 1e-8;
