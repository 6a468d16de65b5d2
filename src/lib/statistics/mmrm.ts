import { estimableScores } from './estimable-scores.ts';
import { estimatedCurve } from './estimated-curve.ts';
import { likelihoodTop } from './likelihood-top.ts';

/**
 * The episodes scored at exactly the same times: their number, the sum of their scores at each of those times, and the sums of
 * raw products of their scores at each two. `times` are ascending indices from 0. Patterns are additive, and need not be
 * distinct, though distinct ones are faster.
 */
export type Pattern = Readonly<{
	times: readonly number[];
	n: number;
	sums: readonly number[];
	crossProducts: readonly (readonly number[])[];
}>;

/**
 * The curve, in the units of the score; `iterations` counts likelihoods computed. Show nothing of it unless `converged`.
 * For intervals take `observedStandardErrors`, with t of their `degreesOfFreedom`; `standardErrors` are those of gls.
 */
export type Mmrm = Readonly<{
	means: readonly number[];
	standardErrors: readonly number[];
	observedStandardErrors: readonly number[];
	degreesOfFreedom: readonly number[];
	covariance: readonly (readonly number[])[];
	logLikelihood: number;
	iterations: number;
	converged: boolean;
}>;

/** The first time at which no curve can be estimated, and why. `mmrm(patterns, time)` asks for the curve that ends before it. */
export type NotEstimable =
	| Readonly<{ reason: 'too few episodes'; time: number; needed: number }>
	| Readonly<{ reason: 'scores do not vary'; time: number }>
	| Readonly<{ reason: 'scores follow from earlier ones'; time: number }>;

/**
 * Mixed model for repeated measures: the mean score at each of `times` times, had no episode been lost to follow-up.
 *
 * Maximum likelihood of a multivariate normal with an unstructured mean and covariance, from sufficient statistics. Assumes
 * that scores are missing at random: that, given an episode's observed scores, whether one is missing does not depend on its
 * value. Under monotone dropout a closed form, a regression of each time on those before it; otherwise `climb` seeks the maximum. A cost of
 * the number of patterns, not of episodes.
 *
 * `standardErrors` take the covariance as known, times √(N / (N − times)), N the number of scores, as gls reports them. Under
 * dropout they are short, the more so the later the time, whatever the number of episodes. `observedStandardErrors` take it as
 * estimated: the observed information of all parameters, residual variances with the divisor n − coefficients. Their interval by t
 * with Satterthwaite's `degreesOfFreedom` covers the truth 94 to 97 % of the time (by simulation of 3 to 10 times, normal scores,
 * from the least n allowed on). Not a number where the likelihood is flat or no maximum was found.
 *
 * Not estimable where a time, alone or together with any one earlier time, was scored in fewer episodes than `needed`: three
 * for each coefficient of its regression on the times before it (one more than `time`, which counts from 0). Nor where a
 * time's scores are all equal, or follow from earlier ones. Scores at index `times` and later are left out. A RangeError for
 * `times` below 1.
 *
 * Mallinckrodt CH et al (2008). Recommendations for the primary analysis of continuous endpoints in longitudinal clinical
 * trials. Drug Inf J 42:303–319. Jennrich RI, Schluchter MD (1986). Unbalanced repeated-measures models with structured
 * covariance matrices. Biometrics 42:805–820. Kenward MG, Molenberghs G (1998). Likelihood based frequentist inference when data are
 * missing at random. Stat Sci 13:236–247.
 * R: `nlme::gls(y ~ 0 + factor(time), correlation = corSymm(form = ~ time | id), weights = varIdent(form = ~ 1 | time),
 * method = "ML")`; for `observedStandardErrors`, `solve(-numDeriv::hessian(…))` at that fit
 */
export function mmrm(patterns: readonly Pattern[], times: number): Mmrm | NotEstimable {
	const scores = estimableScores(patterns, times);
	if ('reason' in scores) return scores;
	return estimatedCurve(scores, likelihoodTop(patterns, scores), 0);
}
