import { momentsGivenSeen } from './moments-given-seen.ts';
import { prefixPrecisions } from './prefix-precisions.ts';
import type { StandardPattern } from './standardise-pattern.ts';

/**
 * Information about the regressions of each score on those before it that is lost where scores before an episode's last are missing.
 *
 * Louis's correction to the complete-data information: the sum over the episodes of the covariance, given the scores seen, of the
 * derivatives of the complete-data log-likelihood. Each derivative is the product of a residual with a predictor, or with itself
 * for the variance, and both are normal given the scores seen, so that second moments suffice. `gapped` are the patterns with
 * gaps; `regressions` is laid out as `sequentialRegressions` returns it, and the result is the row-major matrix with a row for
 * each of its numbers.
 *
 * Louis TA (1982). Finding the observed information matrix when using the EM algorithm. J R Stat Soc B 44:226–233.
 * R: `numDeriv::hessian(observed, regressions) - numDeriv::hessian(complete, regressions)`, the complete log-likelihood at the products expected
 */
export function missingInformation(gapped: readonly StandardPattern[], regressions: Float64Array, times: number): Float64Array {
	const size = regressions.length;
	const precisions = prefixPrecisions(regressions, times);
	const information = new Float64Array(size * size);
	for (const pattern of gapped) {
		const { n, last } = pattern;
		const { first, width, products, covariance } = momentsGivenSeen(pattern, precisions[last]!, regressions, times);
		const totals = products.map((product, i) => product + n * covariance[i]!);
		const { residuals, factors, weights } = derivatives(first, last, regressions);
		const offset = (first * (first + 3)) / 2;
		for (let a = 0; a < weights.length; a++) {
			const weight = weights[a]!;
			const e = residuals[a]! * width;
			const u = factors[a]! * width;
			const row = (offset + a) * size + offset;
			for (let b = 0; b <= a; b++) {
				const f = residuals[b]!;
				const v = factors[b]!;
				// covariance of e · u and f · v, jointly normal (Isserlis 1918)
				const lost =
					totals[e + f]! * covariance[u + v]! +
					totals[e + v]! * covariance[u + f]! +
					products[u + f]! * covariance[e + v]! +
					products[u + v]! * covariance[e + f]!;
				information[row + b]! += weight * weights[b]! * lost;
			}
		}
	}
	for (let a = 0; a < size; a++) for (let b = 0; b < a; b++) information[b * size + a] = information[a * size + b]!;
	return information;
}

// which two of the variables in `momentsGivenSeen` each derivative is the product of, and its factor
function derivatives(first: number, last: number, regressions: Float64Array) {
	const residuals: number[] = [];
	const factors: number[] = [];
	const weights: number[] = [];
	for (let time = first; time < last; time++) {
		const residual = last + 1 + time - first;
		const weight = Math.exp(-regressions[(time * (time + 3)) / 2 + time + 1]!);
		for (let predictor = 0; predictor <= time; predictor++) {
			residuals.push(residual);
			factors.push(predictor);
			weights.push(weight);
		}
		residuals.push(residual);
		factors.push(residual);
		weights.push(weight / 2);
	}
	return { residuals: Int32Array.from(residuals), factors: Int32Array.from(factors), weights: Float64Array.from(weights) };
}
