import { meanInformation } from './mean-information.ts';
import type { Moments } from './normal-likelihood.ts';
import { sweep } from './sweep.ts';
import type { VisitTree } from './visit-tree.ts';

/**
 * Generalised least squares of the means of scores some of which are missing, their covariance matrix taken as known.
 *
 * `uncertainty` is the row-major covariance matrix of these means, and `determinant` the logarithm of that of its inverse. The means given are
 * only where to start from.
 *
 * Laird NM, Ware JH (1982). Random-effects models for longitudinal data. Biometrics 38:963–974.
 * R: `solve(Reduce("+", …))`, as in `meanInformation`, times `Reduce("+", lapply(…, t(Z) %*% solve(V[p$times, p$times], sums)))`; in missing-scores.R
 */
export function generalisedMeans(tree: VisitTree, { means: from, covariance }: Moments): Readonly<{ means: Float64Array; uncertainty: Float64Array; determinant: number }> {
	const times = from.length;
	const { information: uncertainty, score } = meanInformation(tree, { means: from, covariance });
	let determinant = 0;
	for (let time = 0; time < times; time++) determinant += Math.log(sweep(uncertainty, times, times, time));
	const means = from.map((mean, i) => score.reduce((sum, slope, j) => sum + uncertainty[i * times + j]! * slope, mean));
	return { means, uncertainty, determinant };
}
