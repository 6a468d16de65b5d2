import { leftAndRight, lineShrinkage } from './line-shrinkage.ts';
import type { LinePattern, OfLine } from './restricted-deviance.ts';

/**
 * How the variance of each mean changes with the covariance of the lines, both over the variance of the noise.
 *
 * `covariance` is that of the means which `restrictedDeviance` gives at `lines`, row-major. Element k of the result is the symmetric matrix M
 * such that the variance at time k changes by the trace of M times the change of the lines' covariance.
 *
 * Kuznetsova A, Brockhoff PB, Christensen RHB (2017). lmerTest package: tests in linear mixed effects models. J Stat Softw 82(13).
 * R: `numDeriv::jacobian(function(D) diag(solve(t(X) %*% solve(V(D), X))), D)`; in line-parts.R
 */
export function meanVariancesByLine(patterns: readonly LinePattern[], covariance: Float64Array, times: number, lines: OfLine): readonly OfLine[] {
	const shrinkages = patterns.map(({ slopes }) => lineShrinkage(slopes, lines));
	return Array.from({ length: times }, (_, time) => {
		let [level, both, slope] = [0, 0, 0];
		patterns.forEach(({ times: at, slopes, n }, p) => {
			let [sum, along] = [0, 0];
			at.forEach((other, a) => {
				sum += covariance[other * times + time]!;
				along += covariance[other * times + time]! * slopes[a]!;
			});
			const change = leftAndRight(shrinkages[p]!.left, [sum * sum, sum * along, along * along]);
			level += n * change[0];
			both += n * change[1];
			slope += n * change[2];
		});
		return [level, both, slope];
	});
}
