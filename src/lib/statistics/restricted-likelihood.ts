import { generalisedMeans } from './generalised-means.ts';
import { normalLikelihood, type Moments, type NormalLikelihood } from './normal-likelihood.ts';
import type { VisitTree } from './visit-tree.ts';

/**
 * Restricted log-likelihood of a covariance matrix, with the means that fit best beside it, and its derivatives.
 *
 * The likelihood at those means, `generalisedMeans`, less half the logarithm of the determinant of their information. The derivatives by the
 * means are 0. Without its constant −log(2π)/2 for each score beyond the number of means. Nothing where the covariance is not positive
 * definite.
 *
 * Patterson HD, Thompson R (1971). Recovery of inter-block information when block sizes are unequal. Biometrika 58:545–554.
 * R: `logLik(nlme::gls(…, method = "REML"))`; in restricted-mmrm.R
 */
export function restrictedLikelihood(tree: VisitTree, { means: from, covariance }: Moments): NormalLikelihood | undefined {
	const { means, uncertainty, determinant } = generalisedMeans(tree, { means: from, covariance });
	const likelihood = normalLikelihood(tree, { means, covariance }, uncertainty);
	if (likelihood === undefined) return undefined;
	// what the uncertainty of the means adds to the squares comes to the number of means
	return { ...likelihood, value: likelihood.value + (means.length - determinant) / 2, byMeans: means.map(() => 0) };
}
