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
	for (let top = 0; top < size; top += 4) {
		const whole = top + 4 <= size;
		if (whole) for (let j = 0; j < top; j++) fourRows(factor, matrix, size, top, j);
		for (let i = top; i < top + 4 && i < size; i++) for (let j = whole ? top : 0; j <= i; j++) oneEntry(factor, matrix, size, i, j);
	}
	return factor;
}

function oneEntry(factor: Float64Array, matrix: Float64Array, size: number, i: number, j: number): void {
	const row = i * size;
	const other = j * size;
	let rest = matrix[row + j]!;
	for (let k = 0; k < j; k++) rest -= factor[row + k]! * factor[other + k]!;
	factor[row + j] = j < i ? rest / factor[other + j]! : Math.sqrt(rest);
}

// the entries of column j in the four rows from i on, below the diagonal: their sums do not wait for one another
function fourRows(factor: Float64Array, matrix: Float64Array, size: number, i: number, j: number): void {
	const other = j * size;
	const row0 = i * size;
	const row1 = row0 + size;
	const row2 = row1 + size;
	const row3 = row2 + size;
	let rest0 = matrix[row0 + j]!;
	let rest1 = matrix[row1 + j]!;
	let rest2 = matrix[row2 + j]!;
	let rest3 = matrix[row3 + j]!;
	for (let k = 0; k < j; k++) {
		const by = factor[other + k]!;
		rest0 -= factor[row0 + k]! * by;
		rest1 -= factor[row1 + k]! * by;
		rest2 -= factor[row2 + k]! * by;
		rest3 -= factor[row3 + k]! * by;
	}
	const pivot = factor[other + j]!;
	factor[row0 + j] = rest0 / pivot;
	factor[row1 + j] = rest1 / pivot;
	factor[row2 + j] = rest2 / pivot;
	factor[row3 + j] = rest3 / pivot;
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
