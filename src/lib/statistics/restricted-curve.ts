import { climb } from './climb.ts';
import type { EstimableScores } from './estimable-scores.ts';
import { estimatedCurve } from './estimated-curve.ts';
import type { Mmrm, NotEstimable } from './mmrm.ts';
import type { Moments } from './normal-likelihood.ts';
import { restrictedLikelihood } from './restricted-likelihood.ts';

/** The last time of a curve for which no maximum was found, or where the likelihood is flat there. */
export type NotSettled = Readonly<{ reason: 'the estimation did not settle'; time: number }>;

/**
 * The curve at the top of the restricted likelihood, which is sought from a `start` and with the `factor` of an information near it, as `climb` has it.
 *
 * R: none of its own; `restrictedMmrm`, which returns it, is checked against `nlme::gls` in restricted-mmrm.R
 */
export function restrictedCurve(scores: EstimableScores, start: Moments, factor?: Float64Array): Mmrm | NotEstimable | NotSettled {
	const { tree, centres } = scores;
	const curve = estimatedCurve(scores, climb(tree, (moments) => restrictedLikelihood(tree, moments), start, { factor }), 1);
	return 'reason' in curve || settled(curve) ? curve : { reason: 'the estimation did not settle', time: centres.length - 1 };
}

function settled({ converged, means, standardErrors, observedStandardErrors, degreesOfFreedom, logLikelihood }: Mmrm): boolean {
	return converged && [...means, ...standardErrors, ...observedStandardErrors, ...degreesOfFreedom, logLikelihood].every(Number.isFinite);
}
