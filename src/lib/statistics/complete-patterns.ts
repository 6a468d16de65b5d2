import { prefixPrecisions } from './prefix-precisions.ts';
import type { StandardPattern } from './standardise-pattern.ts';
import { sweep } from './sweep.ts';

/**
 * Expected products of the scores up to each episode's last, where some in between are missing, and the log-likelihood.
 *
 * The expectation step of EM for a multivariate normal missing at random, in which only the gaps before the last score are
 * filled: what follows it needs no filling, since `sequentialRegressions` maximizes exactly under monotone dropout. `gapped` are
 * the patterns with gaps; `observed[m]` is the sum of the products of all patterns whose last position is m, gapped or not;
 * `regressions` is laid out as `sequentialRegressions` returns it and `products` as it wants them. The log-likelihood is that of
 * the observed scores at `regressions`, in the standardised units, without its constant −log(2π)/2 for each score.
 *
 * Schafer JL (1997). Analysis of Incomplete Multivariate Data, section 6.5 (monotone data augmentation, here for EM).
 * R: `B <- V[h, s] %*% solve(V[s, s])`, `tcrossprod(c(1, y))` with `mu[h] + B %*% (y[s] - mu[s])` for the missing and `V[h, h] - B %*% V[s, h]` added
 */
export function completePatterns(
	gapped: readonly StandardPattern[],
	observed: readonly Float64Array[],
	regressions: Float64Array,
	times: number,
): Readonly<{ products: readonly Float64Array[]; logLikelihood: number }> {
	const width = times + 1;
	const precisions = prefixPrecisions(regressions, times);
	const filled = observed.map(() => new Float64Array(width * width));
	const swept = new Float64Array(width * width);
	let deviance = 0;
	for (const pattern of gapped) {
		const { n, last, hidden } = pattern;
		swept.set(precisions[last]!);
		let determinant = 1;
		for (const position of hidden) determinant *= sweep(swept, width, last + 1, position, hidden);
		deviance += n * (Math.log(determinant) - hidden.length);
		fillGaps(filled[last]!, pattern, swept, width);
	}
	const products = observed.map((seen, last) => addSymmetric(seen, filled[last]!, width));
	products.forEach((total, last) => {
		deviance += total[0]! * logDeterminant(regressions, last) + innerProduct(precisions[last]!, total);
	});
	return { products, logLikelihood: -deviance / 2 };
}

// adds the rows of the hidden scores: expected products with the seen ones, and half of those with each other.
// `swept` is the precision swept on the hidden scores: their coefficients on the seen ones, negated, and their covariance
function fillGaps(filled: Float64Array, pattern: StandardPattern, swept: Float64Array, width: number): void {
	const { n, seen, hidden, products } = pattern;
	const size = seen.length;
	const expected = new Float64Array(size);
	for (const h of hidden) {
		const row = h * width;
		expected.fill(0);
		for (let a = 0; a < size; a++) {
			const coefficient = swept[row + seen[a]!]!;
			for (let b = 0; b < size; b++) expected[b]! -= coefficient * products[a * size + b]!;
		}
		for (let b = 0; b < size; b++) filled[row + seen[b]!]! += expected[b]!;
		for (const g of hidden) {
			let product = n * swept[row + g]!;
			for (let b = 0; b < size; b++) product -= swept[g * width + seen[b]!]! * expected[b]!;
			filled[row + g]! += product / 2;
		}
	}
}

function addSymmetric(seen: Float64Array, filled: Float64Array, width: number): Float64Array {
	const total = seen.slice();
	for (let i = 0; i < width; i++)
		for (let j = 0; j < width; j++) total[i * width + j]! += filled[i * width + j]! + filled[j * width + i]!;
	return total;
}

function logDeterminant(regressions: Float64Array, last: number): number {
	let sum = 0;
	for (let time = 0; time < last; time++) sum += regressions[(time * (time + 3)) / 2 + time + 1]!;
	return sum;
}

function innerProduct(a: Float64Array, b: Float64Array): number {
	let sum = 0;
	for (let i = 0; i < a.length; i++) sum += a[i]! * b[i]!;
	return sum;
}
