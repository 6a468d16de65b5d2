import { cholesky, choleskySolve } from './cholesky.ts';
import { likelihoodSlopes } from './likelihood-slopes.ts';
import { normalInformation } from './normal-information.ts';
import type { Moments, NormalLikelihood } from './normal-likelihood.ts';
import { residualVariances } from './residual-variances.ts';
import type { VisitTree } from './visit-tree.ts';

/** Where a climb ended; `steps` counts the likelihoods computed, `factor` is the triangular one of the information that was last taken. */
export type Top = Readonly<{ moments: Moments; value: number; steps: number; converged: boolean; factor?: Float64Array }>;

type Likelihood = (moments: Moments) => NormalLikelihood | undefined;

/**
 * Highest point of the likelihood, restricted or not, of means and a covariance matrix, by Fisher's scoring, then Newton's method.
 *
 * A step is halved until it neither lowers the likelihood nor leaves it half as steep the other way, and no residual variance falls
 * to less than a tenth. The information costs as much as several likelihoods, so it is taken anew only after a step that was halved or left
 * more than a tenth of the way, and then the observed one, if it is positive definite. Converged when a step is less than 1e-7 standard
 * errors, or leaves less than a third of that if it leaves the same share as the one before; it is still taken. Not where a residual variance goes to 0: scores in units of their
 * spread, below 1e-8. Where it does not converge from `start`, it tries once more, from uncorrelated scores. A `factor` that is known of the
 * information near there is taken for the first. Another `tolerance`, for where only to start is sought, is in squared standard errors.
 *
 * Jennrich RI, Schluchter MD (1986). Unbalanced repeated-measures models with structured covariance matrices. Biometrics 42:805–820.
 * R: none of its own; `mmrm` and `restrictedMmrm`, which climb, are checked against `nlme::gls` in mmrm.R and restricted-mmrm.R
 */
export function climb(tree: VisitTree, likelihood: Likelihood, start: Moments, { factor, tolerance = TOLERANCE }: Readonly<{ factor?: Float64Array | undefined; tolerance?: number }> = {}): Top {
	const top = climbFrom(tree, likelihood, start, tolerance, factor);
	if (top.converged) return top;
	const other = climbFrom(tree, likelihood, uncorrelated(start.means.length), tolerance);
	return other.converged ? other : top;
}

const TOLERANCE = 1e-14;
const LEFT_OVER = 0.1;
const SLOW = 0.01;
const OVERSHOOT = 0.5;
const ROUNDING = 1e-12;
const MOST_STEPS = 500;
const LEAST_RESIDUAL = 1e-8;

/** Of standardised scores. */
function uncorrelated(times: number): Moments {
	return { means: new Float64Array(times), covariance: Float64Array.from({ length: times * times }, (_, at) => (at % (times + 1) === 0 ? 1 : 0)) };
}

function climbFrom(tree: VisitTree, likelihood: Likelihood, start: Moments, tolerance: number, known?: Float64Array): Top {
	let here = likelihood(start);
	if (here === undefined) return { moments: start, value: Number.NaN, steps: 1, converged: false };
	let factor = known ?? factorOf(normalInformation(tree, here.moments, 'expected'));
	let before = Infinity;
	let steps = 1;
	while (steps < MOST_STEPS && least(here.moments) >= LEAST_RESIDUAL) {
		const slopes = likelihoodSlopes(here);
		const step = choleskySolve(factor, slopes);
		const rise = dot(slopes, step);
		if (rise <= tolerance || (before < Infinity && rise ** 2 <= LEFT_OVER * tolerance * before)) return { moments: moved(here.moments, step, 1), value: here.value, steps, converged: true, factor };
		const { next, share, tried } = climbed(likelihood, here, { step, rise });
		steps += tried;
		if (next === undefined) break;
		here = next;
		if (share < 1 || rise > SLOW * before) {
			factor = factorOf(normalInformation(tree, here.moments, 'observed'));
			if (Number.isNaN(factor.at(-1))) factor = factorOf(normalInformation(tree, here.moments, 'expected'));
			before = Infinity;
		} else before = rise;
	}
	return { moments: here.moments, value: here.value, steps, converged: false };
}

function climbed(likelihood: Likelihood, here: NormalLikelihood, { step, rise }: Readonly<{ step: Float64Array; rise: number }>) {
	let tried = 0;
	for (let share = 1; share > ROUNDING; share /= 2) {
		const moments = moved(here.moments, step, share);
		if (!keepsSpread(here.moments, moments)) continue;
		const next = likelihood(moments);
		tried++;
		const higher = next !== undefined && next.value >= here.value - ROUNDING * (1 + Math.abs(here.value));
		if (higher && dot(likelihoodSlopes(next), step) >= -OVERSHOOT * rise) return { next, share, tried };
	}
	return { next: undefined, share: 0, tried };
}

function dot(a: Float64Array, b: Float64Array): number {
	let sum = 0;
	for (let i = 0; i < a.length; i++) sum += a[i]! * b[i]!;
	return sum;
}

function keepsSpread(from: Moments, to: Moments): boolean {
	const before = residualVariances(from.covariance, from.means.length);
	return residualVariances(to.covariance, to.means.length).every((residual, time) => residual >= before[time]! / 10);
}

function factorOf(information: Float64Array): Float64Array {
	return cholesky(information, Math.sqrt(information.length));
}

function least({ means, covariance }: Moments): number {
	return Math.min(...residualVariances(covariance, means.length));
}

function moved({ means, covariance }: Moments, step: Float64Array, share: number): Moments {
	const times = means.length;
	const to = { means: means.slice(), covariance: covariance.slice() };
	let at = 0;
	for (let i = 0; i < times; i++) for (let j = 0; j <= i; j++) to.covariance[j * times + i] = to.covariance[i * times + j]! += share * step[at++]!;
	for (let i = 0; i < times; i++) to.means[i]! += share * step[at++]!;
	return to;
}
