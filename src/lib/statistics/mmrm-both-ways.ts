import { availableMoments } from './available-moments.ts';
import { cholesky } from './cholesky.ts';
import { estimableScores } from './estimable-scores.ts';
import { estimatedCurve } from './estimated-curve.ts';
import { likelihoodTop } from './likelihood-top.ts';
import type { Mmrm, NotEstimable, Pattern } from './mmrm.ts';
import type { Moments } from './normal-likelihood.ts';
import { restrictedCurve, type NotSettled } from './restricted-curve.ts';

/** `full` by maximum likelihood, `restricted` by the restricted one; in the units of the score. */
export type MmrmBothWays = Readonly<{ full: Mmrm; restricted: Mmrm | NotEstimable | NotSettled }>;

/**
 * What `mmrm` and `restrictedMmrm` estimate, in half the time of the two: the restricted maximum is sought from the other.
 *
 * They are near one another: where the residual variances of the one, with the divisor n, are given the divisor n − 1, the other is a few
 * steps away, and under monotone dropout none. Assumptions, conditions and errors are those of `mmrm`.
 *
 * Patterson HD, Thompson R (1971). Recovery of inter-block information when block sizes are unequal. Biometrika 58:545–554.
 * R: `nlme::gls(…, method = "ML")` and `nlme::gls(…, method = "REML")`, as in mmrm.R and restricted-mmrm.R
 */
export function mmrmBothWays(patterns: readonly Pattern[], times: number): MmrmBothWays | NotEstimable {
	const scores = estimableScores(patterns, times);
	if ('reason' in scores) return scores;
	const { tree, counts } = scores;
	const top = likelihoodTop(patterns, scores);
	const full = estimatedCurve(scores, top, 0);
	if ('reason' in full) return full;
	const restricted = full.converged ? restrictedCurve(scores, unbiased(top.moments, counts), top.factor) : restrictedCurve(scores, availableMoments(tree, times, 1));
	return { full, restricted };
}

/** With each residual variance of the divisor n − 1 in place of n. */
function unbiased({ means, covariance }: Moments, counts: readonly number[]): Moments {
	const times = counts.length;
	const root = cholesky(covariance, times);
	const wider = covariance.map((_, at) => {
		const [i, j] = [Math.floor(at / times), at % times];
		return counts.slice(0, Math.min(i, j) + 1).reduce((sum, n, k) => sum + (root[i * times + k]! * root[j * times + k]! * n) / (n - 1), 0);
	});
	return { means, covariance: wider };
}
