import { cholesky, choleskySolve } from './cholesky.ts';
import { likelihoodSlopes } from './likelihood-slopes.ts';
import { normalInformation } from './normal-information.ts';
import { normalLikelihood, type Moments } from './normal-likelihood.ts';
import type { VisitTree } from './visit-tree.ts';
import { whitenedInformation, whitenedSlopes } from './whitened-information.ts';

/**
 * Variances of the estimated means of a multivariate normal with missing scores, its covariance matrix estimated with them.
 *
 * From the observed information of means and covariance together: where scores are missing at random the two are not orthogonal,
 * and the expected information of the means alone (`meanInformation`) promises too much. Each variance adds up what the
 * regressions of each score on those before it contribute, their residual variances with the divisor n − coefficients, n the episodes
 * scored at that time, `counts`; `degreesOfFreedom` are Satterthwaite's for that sum. `moments` must be the maximum of the likelihood, or
 * with `restricted` 1 of the restricted one, else the result may not be a number; the variances are in the standardised
 * units. At the first time, where all were scored, they are s² / n with n − 1 degrees of freedom.
 *
 * The regressions are those of whitened scores, each of which is of its own score and the earlier ones, by the triangular `root` of the
 * covariance. Of these all coefficients are 0 at the moments given.
 *
 * Kenward MG, Molenberghs G (1998). Likelihood based frequentist inference when data are missing at random. Stat Sci 13:236–247.
 * Satterthwaite FE (1946). An approximate distribution of estimates of variance components. Biometrics Bull 2:110–114.
 * R: `solve(-numDeriv::hessian(logLikelihood, regressions))` between the gradients of the means; in mmrm.R and restricted-mmrm.R
 */
export function observedMeanVariances(
	tree: VisitTree,
	moments: Moments,
	counts: readonly number[],
	restricted: 0 | 1,
): readonly Readonly<{ variance: number; degreesOfFreedom: number }>[] {
	const times = counts.length;
	const root = cholesky(moments.covariance, times);
	const information = whitenedInformation(normalInformation(tree, moments, 'observed'), root, times);
	if (restricted) subtractBends(information, tree, moments, root);
	const ofIntercepts = lastInverse(information, times);
	return counts.map((_, time) => {
		const gradient = counts.map((n, other) => root[time * times + other]! * Math.sqrt((n - restricted) / (n - other - 1)));
		const shares = gradient.map((by, other) => by * gradient.reduce((sum, value, i) => sum + value * ofIntercepts[other]![i]!, 0));
		const variance = shares.reduce((sum, value) => sum + value, 0);
		const spread = shares.reduce((sum, value, other) => sum + value ** 2 / (counts[other]! - other - 1), 0);
		return { variance, degreesOfFreedom: variance ** 2 / spread };
	});
}

/** The last rows and columns of the inverse of a matrix, for which the same corner of its triangular factor suffices. */
function lastInverse(matrix: Float64Array, count: number): readonly Float64Array[] {
	const size = Math.sqrt(matrix.length);
	const factor = cholesky(matrix, size);
	const corner = new Float64Array(count * count);
	for (let i = 0; i < count; i++) corner.set(factor.subarray((size - count + i + 1) * size - count, (size - count + i + 1) * size), i * count);
	return Array.from({ length: count }, (_, i) => choleskySolve(corner, new Float64Array(count).fill(1, i, i + 1)));
}

/** Takes off what a likelihood that is not at its maximum owes to the covariance not being linear in coefficients and logarithms of variances. */
function subtractBends(information: Float64Array, tree: VisitTree, moments: Moments, root: Float64Array): void {
	const times = moments.means.length;
	const size = Math.sqrt(information.length);
	const likelihood = normalLikelihood(tree, moments);
	const slopes = likelihood === undefined ? undefined : whitenedSlopes(likelihoodSlopes(likelihood), root, times);
	const at = (i: number, j: number) => (i >= j ? (i * (i + 1)) / 2 + j : (j * (j + 1)) / 2 + i);
	const by = (i: number, j: number) => (i === j ? 2 : 1) * (slopes?.[at(i, j)] ?? Number.NaN);
	for (let time = 0; time < times; time++) {
		information[at(time, time) * (size + 1)]! -= by(time, time) / 2;
		for (let on = 0; on < time; on++) {
			const row = at(time, on);
			for (let other = on + 1; other < times; other++) information[row * size + at(other, on)]! -= by(time, other);
			for (let earlier = 0; earlier <= on; earlier++) {
				const column = at(on, earlier);
				information[row * size + column]! -= by(earlier, time);
				information[column * size + row]! -= by(earlier, time);
			}
		}
	}
}
