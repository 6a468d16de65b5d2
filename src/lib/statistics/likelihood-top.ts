import { availableMoments } from './available-moments.ts';
import { climb, type Top } from './climb.ts';
import type { EstimableScores } from './estimable-scores.ts';
import { leadingPatterns } from './leading-patterns.ts';
import type { Pattern } from './mmrm.ts';
import { normalLikelihood, type Moments } from './normal-likelihood.ts';
import { visitTree, type VisitTree } from './visit-tree.ts';

/**
 * Highest point of the likelihood of the means and the covariance matrix of standardised scores.
 *
 * Where a few of the patterns hold most of the episodes, it is sought of these first: what they inform about is then known of all, enlarged
 * by what the others add, and all patterns are looked at only a few times more. `steps` counts all likelihoods computed.
 *
 * R: none of its own; `mmrm`, which returns it, is checked against `nlme::gls` in mmrm.R
 */
export function likelihoodTop(patterns: readonly Pattern[], { tree, centres, spreads, together }: EstimableScores): Top {
	const start = availableMoments(tree, centres.length, 0);
	const leading = leadingPatterns(patterns, together);
	if (leading !== undefined) {
		const near = climbed(visitTree(leading.patterns, centres, spreads), start, { tolerance: NEAR });
		const top = near.factor === undefined ? near : climbed(tree, near.moments, { factor: enlarged(near.factor, leading.shares) });
		if (top.converged) return { ...top, steps: near.steps + top.steps };
	}
	return climbed(tree, start, {});
}

const NEAR = 1e-6;

function climbed(tree: VisitTree, start: Moments, from: Parameters<typeof climb>[3]): Top {
	return climb(tree, (moments) => normalLikelihood(tree, moments), start, from);
}

/** The factor of an information of which these shares of the diagonal are known. */
function enlarged(factor: Float64Array, shares: Float64Array): Float64Array {
	const size = shares.length;
	const wider = factor.slice();
	for (let i = 0; i < size; i++) for (let j = 0; j <= i; j++) wider[i * size + j]! /= Math.sqrt(shares[i]!);
	return wider;
}
