import { cholesky } from './cholesky.ts';

/**
 * What is left of the variance of each score by a regression on those before it, from their row-major covariance matrix.
 * Not a number from the first on that the matrix is not positive definite at.
 *
 * R: `diag(t(chol(V)))^2`; in missing-scores.R
 */
export function residualVariances(covariance: Float64Array, times: number): readonly number[] {
	const factor = cholesky(covariance, times);
	return Array.from({ length: times }, (_, time) => factor[time * (times + 1)]! ** 2);
}
