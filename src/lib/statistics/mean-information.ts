import type { Moments } from './normal-likelihood.ts';
import type { VisitTree } from './visit-tree.ts';
import { walkVisits } from './walk-visits.ts';

/**
 * Expected information about the means of a multivariate normal with missing scores, its covariance matrix taken as known, row-major.
 *
 * Σ n·inv(V), V the covariance matrix of the scores seen in a pattern; `score` has the derivatives of the log-likelihood by the means.
 *
 * Laird NM, Ware JH (1982). Random-effects models for longitudinal data. Biometrics 38:963–974.
 * R: `Reduce("+", lapply(patterns, function(p) p$n * t(Z) %*% solve(V[p$times, p$times]) %*% Z))`; in missing-scores.R
 */
export function meanInformation(tree: VisitTree, { means, covariance }: Moments): Readonly<{ information: Float64Array; score: Float64Array }> {
	const times = means.length;
	const { below, offsets } = tree;
	const information = new Float64Array(times * times);
	const score = new Float64Array(times);
	walkVisits(tree, covariance, (node, k, { path, contrast, residual }) => {
		const offset = offsets[node]!;
		const n = below[offset]!;
		let left = 0;
		for (let j = 0; j <= k; j++) left += contrast[j]! * (below[offset + ((j + 1) * (j + 2)) / 2]! - n * means[path[j]!]!);
		for (let i = 0; i <= k; i++) {
			const weight = contrast[i]! / residual;
			const row = path[i]! * times;
			score[path[i]!]! += weight * left;
			for (let j = 0; j <= k; j++) information[row + path[j]!]! += n * weight * contrast[j]!;
		}
	});
	return { information, score };
}
