import { addCrossed } from './add-crossed.ts';
import type { Moments } from './normal-likelihood.ts';
import { patternCurvature } from './pattern-curvature.ts';
import type { VisitTree } from './visit-tree.ts';
import { extendInverse, walkVisits } from './walk-visits.ts';

/**
 * What the information about means and covariances is made of, summed over patterns of visits.
 *
 * With P the inverse covariance matrix of the scores seen in a pattern, S their products about the means and d their sums about these, over the
 * n episodes, let p have the entries of P for each two times, and 0 for each mean; c those of P·S·P − n·P/2, and P·d. The
 * result is Σ (p·cᵀ + c·pᵀ), but Σ n·P between means. S is expected to be n·inv(P), and d to be 0. Row-major, laid out
 * as `normalInformation` is, with nothing to be read above the diagonal.
 *
 * R: `Reduce("+", lapply(patterns, function(p) tcrossprod(p, c) + tcrossprod(c, p)))`; by what is made of it, in missing-scores.R
 */
export function informationProducts(tree: VisitTree, { means, covariance }: Moments, kind: 'observed' | 'expected'): Float64Array {
	const times = means.length;
	const pairs = (times * (times + 1)) / 2;
	const size = pairs + times;
	const found = new Float64Array(size * size);
	const ofMeans = new Float64Array(pairs);
	const places = new Int32Array(size);
	const precision = new Float64Array(size);
	const curvature = new Float64Array(size);
	const curve = patternCurvature(tree, means);
	walkVisits(tree, covariance, (node, k, walk) => {
		const n = tree.products[tree.offsets[node]!]!;
		if (n === 0) return;
		const seen = ((k + 1) * (k + 2)) / 2;
		extendInverse(precision, walk, k);
		place(places, walk.path, k, pairs);
		for (let i = 0; i < seen; i++) {
			curvature[i] = (n / 2) * precision[i]!;
			ofMeans[places[i]!]! += n * precision[i]!;
		}
		if (kind === 'expected') return addCrossed(found, size, places, precision, curvature, seen);
		precision.fill(0, seen, seen + k + 1);
		curve(node, walk.path, k, precision, curvature);
		addCrossed(found, size, places, precision, curvature, seen + k + 1);
	});
	for (let i = 0, at = 0; i < times; i++) for (let j = 0; j <= i; j++) found[(pairs + i) * size + pairs + j] = ofMeans[at++]!;
	return found;
}

function place(places: Int32Array, path: Int32Array, k: number, pairs: number): void {
	let at = 0;
	for (let i = 0; i <= k; i++) {
		const row = (path[i]! * (path[i]! + 1)) / 2;
		for (let j = 0; j <= i; j++) places[at++] = row + path[j]!;
	}
	for (let i = 0; i <= k; i++) places[at++] = pairs + path[i]!;
}
