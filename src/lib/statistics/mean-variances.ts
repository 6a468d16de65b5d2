import { prefixPrecisions } from './prefix-precisions.ts';
import type { StandardPattern } from './standardise-pattern.ts';
import { sweep } from './sweep.ts';

/**
 * Variances of the estimated means of a multivariate normal with missing scores, its covariance matrix taken as known.
 *
 * The diagonal of the inverse of the expected information Σ n·inv(V), V the covariance matrix of the scores seen in a pattern.
 * `regressions` is laid out as `sequentialRegressions` returns it. One variance for each time, in the standardised units.
 *
 * Laird NM, Ware JH (1982). Random-effects models for longitudinal data. Biometrics 38:963–974.
 * R: `diag(solve(Reduce("+", lapply(patterns, function(p) p$n * t(Z) %*% solve(V[p$times, p$times]) %*% Z))))`
 */
export function meanVariances(patterns: readonly StandardPattern[], regressions: Float64Array, times: number): readonly number[] {
	const width = times + 1;
	const precisions = prefixPrecisions(regressions, times);
	const information = new Float64Array(width * width);
	for (const { n, last, seen, hidden } of patterns) {
		const precision = precisions[last]!.slice();
		for (const position of hidden) sweep(precision, width, last + 1, position);
		for (const i of seen) for (const j of seen) information[i * width + j]! += n * precision[i * width + j]!;
	}
	const positions = Array.from({ length: times }, (_, time) => time + 1);
	information.fill(0, 0, width);
	for (const position of positions) information[position * width] = 0;
	for (const position of positions) sweep(information, width, width, position);
	return positions.map((position) => information[position * width + position]!);
}
