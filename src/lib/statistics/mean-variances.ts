import { meanInformation } from './mean-information.ts';
import { prefixPrecisions } from './prefix-precisions.ts';
import type { StandardPattern } from './standardise-pattern.ts';
import { sweep } from './sweep.ts';

/**
 * Variances of the estimated means of a multivariate normal with missing scores, its covariance matrix taken as known.
 *
 * The diagonal of the inverse of the expected information, `meanInformation`. `regressions` is laid out as `sequentialRegressions`
 * returns it. One variance for each time, in the standardised units.
 *
 * Laird NM, Ware JH (1982). Random-effects models for longitudinal data. Biometrics 38:963–974.
 * R: `diag(solve(Reduce("+", lapply(patterns, function(p) p$n * t(Z) %*% solve(V[p$times, p$times]) %*% Z))))`
 */
export function meanVariances(patterns: readonly StandardPattern[], regressions: Float64Array, times: number): readonly number[] {
	const width = times + 1;
	const { information } = meanInformation(patterns, prefixPrecisions(regressions, times), times);
	const positions = Array.from({ length: times }, (_, time) => time + 1);
	for (const position of positions) sweep(information, width, width, position);
	return positions.map((position) => information[position * width + position]!);
}
