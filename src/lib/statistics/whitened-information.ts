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
	const slopes = new Float64Array(size);
	const once = new Float64Array(times * times);
	for (let row = 0; row < size; row++) {
		writeWhitened(slopes, matrix.subarray(row * size, (row + 1) * size), root, times, once);
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
	writeWhitened(result, slopes, root, times, new Float64Array(times * times));
	return result;
}

function writeWhitened(result: Float64Array, slopes: Float64Array, root: Float64Array, times: number, once: Float64Array): void {
	result.fill(0);
	once.fill(0);
	let at = 0;
	for (let i = 0; i < times; i++) {
		const row = i * times;
		for (let j = 0; j <= i; j++, at++) {
			const half = slopes[at]! / 2;
			const other = j * times;
			for (let k = 0; k <= j; k++) {
				once[row + k]! += half * root[other + k]!;
				once[other + k]! += half * root[row + k]!;
			}
			for (let k = j + 1; k <= i; k++) once[other + k]! += half * root[row + k]!;
		}
	}
	for (let i = 0; i < times; i++) {
		const row = i * times;
		const last = slopes[at + i]!;
		let to = 0;
		for (let k = 0; k <= i; k++) {
			const by = root[row + k]!;
			const twice = 2 * by;
			for (let l = 0; l < k; l++) result[to++]! += twice * once[row + l]!;
			result[to++]! += by * once[row + k]!;
			result[at + k]! += by * last;
		}
	}
}
