/**
 * Information about covariances and means, laid out as `normalInformation` is, turned into that about the same of whitened scores.
 *
 * The scores are their means plus `root`, lower triangular and row-major, times the whitened ones: with the triangular factor of the
 * covariance these are uncorrelated, of variance 1.
 *
 * R: `t(J) %*% information %*% J`, with `J <- numDeriv::jacobian(…)` of c(V, mu) by those of the whitened; in missing-scores.R
 */
export function whitenedInformation(information: Float64Array, root: Float64Array, times: number): Float64Array {
	const size = Math.sqrt(information.length);
	return turned(turned(information, root, times, size), root, times, size);
}

/** Each row whitened, and made a column. */
function turned(matrix: Float64Array, root: Float64Array, times: number, size: number): Float64Array {
	const result = new Float64Array(size * size);
	for (let row = 0; row < size; row++) {
		const slopes = whitenedSlopes(matrix.subarray(row * size, (row + 1) * size), root, times);
		for (let column = 0; column < size; column++) result[column * size + row] = slopes[column]!;
	}
	return result;
}

/**
 * Derivatives by covariances and means, laid out in the same way, turned into those by the same of whitened scores.
 * R: `t(R) %*% G %*% R`, in which the derivative by a covariance is G twice, and `t(R) %*% byMeans`; as whitened-information
 */
export function whitenedSlopes(slopes: Float64Array, root: Float64Array, times: number): Float64Array {
	const result = new Float64Array(slopes.length);
	const once = new Float64Array(times * times);
	let at = 0;
	for (let i = 0; i < times; i++) {
		const row = i * times;
		for (let j = 0; j <= i; j++, at++) {
			const half = slopes[at]! / 2;
			for (let k = 0; k <= j; k++) once[row + k]! += half * root[j * times + k]!;
			for (let k = 0; k <= i; k++) once[j * times + k]! += half * root[row + k]!;
		}
	}
	for (let i = 0; i < times; i++) {
		const row = i * times;
		let to = 0;
		for (let k = 0; k <= i; k++) for (let l = 0; l <= k; l++) result[to++]! += (l < k ? 2 : 1) * root[row + k]! * once[row + l]!;
		for (let k = 0; k <= i; k++) result[at + k]! += root[row + k]! * slopes[at + i]!;
	}
	return result;
}
