/**
 * Cholesky factor of a symmetric positive definite matrix: the lower triangular L with L·Lᵀ the matrix.
 *
 * Row-major, with `size` rows and columns, of which only the lower triangle is read. Not a number from the first row on where
 * the matrix is not positive definite.
 *
 * Golub GH, Van Loan CF (2013). Matrix Computations, 4th ed., section 4.2.
 * R: `t(chol(A))`
 */
export function cholesky(matrix: Float64Array, size: number): Float64Array {
	const factor = new Float64Array(size * size);
	for (let i = 0; i < size; i++) {
		const row = i * size;
		for (let j = 0; j <= i; j++) {
			let rest = matrix[row + j]!;
			for (let k = 0; k < j; k++) rest -= factor[row + k]! * factor[j * size + k]!;
			factor[row + j] = j < i ? rest / factor[j * (size + 1)]! : Math.sqrt(rest);
		}
	}
	return factor;
}

/** Solution x of L·Lᵀ·x = `side`, with the `factor` L that `cholesky` gives. R: `backsolve(t(L), forwardsolve(L, b))` */
export function choleskySolve(factor: Float64Array, side: Float64Array): Float64Array {
	const size = side.length;
	const solution = side.slice();
	for (let i = 0; i < size; i++) {
		for (let k = 0; k < i; k++) solution[i]! -= factor[i * size + k]! * solution[k]!;
		solution[i]! /= factor[i * (size + 1)]!;
	}
	for (let i = size - 1; i >= 0; i--) {
		solution[i]! /= factor[i * (size + 1)]!;
		for (let k = 0; k < i; k++) solution[k]! -= factor[i * size + k]! * solution[i]!;
	}
	return solution;
}
