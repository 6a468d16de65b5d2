import { symmetricProduct } from './symmetric-product.ts';
import type { VisitTree } from './visit-tree.ts';
import { walkVisits, type Walk } from './walk-visits.ts';

/** Means of the scores at each time, and their row-major covariance matrix. */
export type Moments = Readonly<{ means: Float64Array; covariance: Float64Array }>;

/** At `moments`; `byCovariance` is the symmetric matrix whose product with a change of the covariance has the change of `value` as its trace. */
export type NormalLikelihood = Readonly<{ moments: Moments; value: number; byMeans: Float64Array; byCovariance: Float64Array }>;

/**
 * Log-likelihood of scores from a multivariate normal, some of them missing, and its derivatives by the means and the covariance.
 *
 * The sum, over the nodes of the tree, of the likelihoods of a score given the earlier ones, without the constant −log(2π)/2 for each
 * score. Where the means are not known, `uncertainty` is their row-major covariance matrix: the products about the means are then expected
 * to be greater by it, as the derivatives of the restricted likelihood have it. Nothing where the covariance is not positive definite.
 *
 * Little RJA, Rubin DB (2019). Statistical Analysis with Missing Data, 3rd ed., section 11.2.
 * R: `sum(mvtnorm::dmvnorm(…, log = TRUE))`, `numDeriv::grad(…)`; in missing-scores.R
 */
export function normalLikelihood(tree: VisitTree, moments: Moments, uncertainty?: Float64Array): NormalLikelihood | undefined {
	const { means, covariance } = moments;
	const times = means.length;
	const byMeans = new Float64Array(times);
	const byCovariance = new Float64Array(times * times);
	const contrast = new Float64Array(times + 1);
	const products = new Float64Array(times + 1);
	const pull = new Float64Array(times);
	let value = 0;
	const definite = walkVisits(tree, covariance, (node, k, walk) => {
		const offset = tree.offsets[node]!;
		const n = tree.below[offset]!;
		const { path, residual } = walk;
		writeContrast(contrast, walk, k, means);
		symmetricProduct(products, tree.below, offset, contrast, k + 2);
		if (uncertainty !== undefined) addUncertainty(products, uncertainty, n, contrast, path, k);
		let squares = 0;
		for (let i = 0; i < k + 2; i++) squares += contrast[i]! * products[i]!;
		value -= (n * Math.log(residual) + squares / residual) / 2;
		const left = products[0]! / residual;
		for (let j = 0; j <= k; j++) byMeans[path[j]!]! += left * contrast[j + 1]!;
		for (let j = 0; j < k; j++) products[j] = products[j + 1]! / residual - left * means[path[j]!]!;
		symmetricProduct(pull, walk.before, 0, products, k);
		addSlopes(byCovariance, walk, k, pull, (squares / residual - n) / (2 * residual));
	});
	for (let i = 0; i < times; i++) for (let j = 0; j < i; j++) byCovariance[j * times + i] = byCovariance[i * times + j]!;
	return definite ? { moments, value, byMeans, byCovariance } : undefined;
}

/** Of (1, scores), so that its product with them is the residual. */
function writeContrast(into: Float64Array, { path, contrast }: Walk, k: number, means: Float64Array): void {
	let mean = 0;
	for (let j = 0; j <= k; j++) {
		const by = contrast[j]!;
		into[j + 1] = by;
		mean += by * means[path[j]!]!;
	}
	into[0] = -mean;
}

function addUncertainty(products: Float64Array, uncertainty: Float64Array, n: number, contrast: Float64Array, path: Int32Array, k: number): void {
	const times = contrast.length - 1;
	for (let i = 0; i <= k; i++) {
		const row = path[i]! * times;
		let sum = 0;
		for (let j = 0; j <= k; j++) sum += uncertainty[row + path[j]!]! * contrast[j + 1]!;
		products[i + 1]! += n * sum;
	}
}

// the lower triangle of byResidual · contrast · contrastᵀ, and that of pull · contrastᵀ made symmetric
function addSlopes(slopes: Float64Array, { path, contrast }: Walk, k: number, pull: Float64Array, byResidual: number): void {
	const times = pull.length;
	pull[k] = 0;
	for (let i = 0; i <= k; i++) {
		const row = path[i]! * times;
		const half = contrast[i]! / 2;
		const by = pull[i]! / 2 + byResidual * contrast[i]!;
		for (let j = 0; j <= i; j++) slopes[row + path[j]!]! += by * contrast[j]! + half * pull[j]!;
	}
}
