import { completePatterns } from './complete-patterns.ts';
import { meanVariances } from './mean-variances.ts';
import { observedMeanVariances } from './observed-mean-variances.ts';
import { productsByLast } from './products-by-last.ts';
import { regressionMoments } from './regression-moments.ts';
import { sequentialRegressions } from './sequential-regressions.ts';
import { squarem } from './squarem.ts';
import { standardisePattern } from './standardise-pattern.ts';

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
 * The curve, in the units of the score; `iterations` counts steps of EM. Show nothing of it unless `converged`.
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
 * value. Under monotone dropout a closed form, a regression of each time on those before it; otherwise EM fills the gaps.
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
 * trials. Drug Inf J 42:303–319. Dempster AP, Laird NM, Rubin DB (1977). Maximum likelihood from incomplete data via the EM
 * algorithm. J R Stat Soc B 39:1–38. Kenward MG, Molenberghs G (1998). Likelihood based frequentist inference when data are
 * missing at random. Stat Sci 13:236–247.
 * R: `nlme::gls(y ~ 0 + factor(time), correlation = corSymm(form = ~ time | id), weights = varIdent(form = ~ 1 | time),
 * method = "ML")`; for `observedStandardErrors`, `solve(-numDeriv::hessian(…))` at that fit
 */
export function mmrm(patterns: readonly Pattern[], times: number): Mmrm | NotEstimable {
	if (!(times >= 1)) throw new RangeError(`times must be at least 1: ${times}`);
	const margins = range(times).map((time) => margin(patterns, time));
	for (const [time, { spread }] of margins.entries()) {
		const needed = EPISODES_EACH * (time + 1);
		if (fewestTogether(patterns, time) < needed) return { reason: 'too few episodes', time, needed };
		if (spread === 0) return { reason: 'scores do not vary', time };
	}
	const centres = margins.map(({ mean }) => mean);
	const spreads = margins.map(({ spread }) => spread);
	const standard = patterns.filter(({ n }) => n > 0).map((pattern) => standardisePattern(pattern, centres, spreads));
	const gapped = standard.filter(({ hidden }) => hidden.length > 0);
	const observed = productsByLast(standard, times);

	const { point, objective, steps, converged } = squarem(
		(regressions) => {
			const { products, logLikelihood } = completePatterns(gapped, observed, regressions, times);
			return { next: sequentialRegressions(products, times), objective: logLikelihood };
		},
		new Float64Array((times * (times + 3)) / 2),
		{ tolerance: 1e-8, maxSteps: 1000 },
	);
	const moments = regressionMoments(point, times);
	const collinear = moments.residuals.findIndex((residual) => residual < LEAST_RESIDUAL);
	if (collinear >= 0) return { reason: 'scores follow from earlier ones', time: collinear };

	const scores = sum(margins.map(({ n }) => n));
	const inflation = scores / (scores - times);
	const observedVariances = observedMeanVariances(standard, point, times);
	return {
		means: moments.means.map((mean, time) => centres[time]! + spreads[time]! * mean),
		standardErrors: meanVariances(standard, point, times).map((variance, time) => spreads[time]! * Math.sqrt(variance * inflation)),
		observedStandardErrors: observedVariances.map(({ variance }, time) => spreads[time]! * Math.sqrt(variance)),
		degreesOfFreedom: observedVariances.map(({ degreesOfFreedom }) => degreesOfFreedom),
		covariance: moments.covariance.map((row, i) => row.map((value, j) => value * spreads[i]! * spreads[j]!)),
		logLikelihood: objective - sum(margins.map(({ n, spread }) => n * (Math.log(spread) + Math.log(2 * Math.PI) / 2))),
		iterations: steps,
		converged,
	};
}

const EPISODES_EACH = 3;
const LEAST_RESIDUAL = 1e-8;

function range(length: number): number[] {
	return Array.from({ length }, (_, i) => i);
}

function sum(values: readonly number[]): number {
	return values.reduce((total, value) => total + value, 0);
}

function margin(patterns: readonly Pattern[], time: number) {
	let n = 0;
	let total = 0;
	let squares = 0;
	for (const pattern of patterns) {
		const at = pattern.times.indexOf(time);
		if (at < 0) continue;
		n += pattern.n;
		total += pattern.sums[at]!;
		squares += pattern.crossProducts[at]![at]!;
	}
	const mean = total / n;
	const variance = squares / n - mean * mean;
	return { n, mean, spread: variance > 1e-12 * mean * mean ? Math.sqrt(variance) : 0 };
}

function fewestTogether(patterns: readonly Pattern[], time: number): number {
	const together = range(time + 1).map(() => 0);
	for (const pattern of patterns) {
		if (!pattern.times.includes(time)) continue;
		for (const earlier of pattern.times) if (earlier <= time) together[earlier]! += pattern.n;
	}
	return Math.min(...together);
}
