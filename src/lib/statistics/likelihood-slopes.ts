import type { NormalLikelihood } from './normal-likelihood.ts';

/**
 * Derivatives of a likelihood by each covariance and mean, laid out as `normalInformation` is; a covariance stands in its matrix twice.
 * R: `numDeriv::grad(logLikelihood, c(V[upper.tri(V, diag = TRUE)], mu))`; in missing-scores.R
 */
export function likelihoodSlopes({ byMeans, byCovariance }: Pick<NormalLikelihood, 'byMeans' | 'byCovariance'>): Float64Array {
	const times = byMeans.length;
	const slopes = new Float64Array((times * (times + 3)) / 2);
	let at = 0;
	for (let i = 0; i < times; i++) for (let j = 0; j <= i; j++) slopes[at++] = (i === j ? 1 : 2) * byCovariance[i * times + j]!;
	slopes.set(byMeans, at);
	return slopes;
}
