import type { StandardPattern } from './standardise-pattern.ts';
import { sweep } from './sweep.ts';

/** Row-major with rows of times + 1, `information` and `score` by position, 0 at that of the constant; `swept` one for each pattern. */
export type MeanInformation = Readonly<{ information: Float64Array; score: Float64Array; swept: readonly Float64Array[] }>;

/**
 * Expected information about the means of a multivariate normal with missing scores, and the derivatives by them of its log-likelihood.
 *
 * The information is Σ n·inv(V), V the covariance matrix of the scores seen in a pattern, taken as known. `precisions` are those of
 * `prefixPrecisions`; `swept` are the precisions of the patterns, swept on the scores hidden, so that they hold inv(V) between those seen.
 *
 * Laird NM, Ware JH (1982). Random-effects models for longitudinal data. Biometrics 38:963–974.
 * R: `Reduce("+", lapply(patterns, function(p) p$n * t(Z) %*% solve(V[p$times, p$times]) %*% Z))`
 */
export function meanInformation(patterns: readonly StandardPattern[], precisions: readonly Float64Array[], times: number): MeanInformation {
	const width = times + 1;
	const information = new Float64Array(width * width);
	const score = new Float64Array(width);
	const swept = patterns.map(({ n, last, seen, hidden, products }) => {
		const precision = precisions[last]!.slice();
		for (const position of hidden) sweep(precision, width, last + 1, position);
		for (const i of seen) {
			if (i === 0) continue;
			for (let b = 0; b < seen.length; b++) {
				const value = precision[i * width + seen[b]!]!;
				score[i]! += value * products[b]!;
				if (b > 0) information[i * width + seen[b]!]! += n * value;
			}
		}
		return precision;
	});
	return { information, score, swept };
}
