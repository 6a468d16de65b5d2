/**
 * Sweeps a symmetric matrix on one pivot, in place, and returns the pivot as it was.
 *
 * `matrix` is row-major with rows of `width`, of which the leading `size` rows and columns take part. Swept on a set S with
 * the rest R, a matrix A holds inv(A_SS) in S×S, inv(A_SS)·A_SR in S×R, and A_RR − A_RS·inv(A_SS)·A_SR, the Schur
 * complement, in R×R: coefficients, covariance and residual of a regression in one pass. The product of the pivots is
 * det(A_SS). Where only some `rows` are wanted, all of S among them, the others are left as they were. A pivot of 0
 * leaves infinities: the caller looks at the diagonal first.
 *
 * Goodnight JH (1979). A tutorial on the SWEEP operator. Am Stat 33:149–158.
 * R: `solve(A[S, S])`, `solve(A[S, S], A[S, R])`
 */
export function sweep(matrix: Float64Array, width: number, size: number, pivot: number, rows?: readonly number[]): number {
	const start = pivot * width;
	const before = matrix[start + pivot]!;
	for (let column = 0; column < size; column++) matrix[start + column]! /= before;
	matrix[start + pivot] = 1 / before;
	const count = rows?.length ?? size;
	for (let i = 0; i < count; i++) {
		const row = rows?.[i] ?? i;
		if (row === pivot) continue;
		const at = row * width;
		const factor = matrix[at + pivot]!;
		matrix[at + pivot] = 0;
		for (let column = 0; column < size; column++) matrix[at + column]! -= factor * matrix[start + column]!;
	}
	return before;
}
