import { symmetricProduct } from './symmetric-product.ts';
import type { VisitTree } from './visit-tree.ts';

/**
 * Where a walk stands. Place k of `path` is the time scored as the k-th, from 0. `contrast` takes from the last score what the earlier ones say
 * of it: the coefficients on these, negated, and 1; `residual` is the variance left. `before` is the inverse covariance matrix of the earlier
 * ones, a lower triangle row by row.
 */
export type Walk = { readonly path: Int32Array; readonly contrast: Float64Array; residual: number; before: Float64Array };

/**
 * Regresses the score of each node of a tree on those of the nodes above it, and calls `visit` with the node, its place k, and the walk.
 *
 * `covariance` is the row-major covariance matrix of the scores at all times. False, and the walk ends, where a residual variance is not
 * above 0.
 *
 * Pourahmadi M (1999). Joint mean-covariance models with applications to longitudinal data. Biometrika 86:677–690.
 * R: `-solve(V[s, s], V[s, t])`, `V[t, t] - V[t, s] %*% solve(V[s, s], V[s, t])`; by what is made of them, in missing-scores.R
 */
export function walkVisits({ times, depths }: VisitTree, covariance: Float64Array, visit: (node: number, k: number, walk: Walk) => void): boolean {
	const width = Math.sqrt(covariance.length);
	const inverses = Array.from({ length: width }, (_, k) => new Float64Array((k * (k + 1)) / 2));
	const walk = { path: new Int32Array(width), contrast: new Float64Array(width), residual: 0, before: inverses[0]! };
	const shared = new Float64Array(width);
	for (let node = 0; node < depths.length; node++) {
		const k = depths[node]! - 1;
		if (k > 0 && depths[node - 1] === k) extendInverse(inverses[k]!, walk, k - 1);
		walk.path[k] = times[node]!;
		walk.before = inverses[k]!;
		regress(walk, k, covariance, shared);
		if (!(walk.residual > 0)) return false;
		visit(node, k, walk);
	}
	return true;
}

/** Writes the inverse covariance matrix of the scores up to place k of a walk. R: `solve(V[s, s])` */
export function extendInverse(inverse: Float64Array, { contrast, residual, before }: Walk, k: number): void {
	let at = 0;
	for (let i = 0; i < k; i++) {
		const weight = contrast[i]! / residual;
		for (let j = 0; j <= i; j++, at++) inverse[at] = before[at]! + weight * contrast[j]!;
	}
	for (let j = 0; j <= k; j++) inverse[at++] = contrast[j]! / residual;
}

function regress(walk: Walk, k: number, covariance: Float64Array, shared: Float64Array): void {
	const { path, contrast } = walk;
	const row = path[k]! * shared.length;
	for (let j = 0; j < k; j++) shared[j] = covariance[row + path[j]!]!;
	symmetricProduct(contrast, walk.before, 0, shared, k);
	let residual = covariance[row + path[k]!]!;
	for (let j = 0; j < k; j++) {
		residual -= contrast[j]! * shared[j]!;
		contrast[j] = -contrast[j]!;
	}
	contrast[k] = 1;
	walk.residual = residual;
}
