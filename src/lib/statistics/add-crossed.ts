/**
 * Adds Σ (a·bᵀ + b·aᵀ) of the leading `size` entries of two vectors to the lower triangle of a matrix with rows of `width`, entry i at the
 * row and column `places[i]`; places ascend. Nothing is to be read above the diagonal: four rows are done at a time, to the end of the last.
 *
 * R: `tcrossprod(a, b) + tcrossprod(b, a)`; in missing-scores.R
 */
export function addCrossed(matrix: Float64Array, width: number, places: Int32Array, a: Float64Array, b: Float64Array, size: number): void {
	let i = 0;
	for (; i + 3 < size; i += 4) {
		const row0 = places[i]! * width;
		const a0 = a[i]!;
		const b0 = b[i]!;
		const row1 = places[i + 1]! * width;
		const a1 = a[i + 1]!;
		const b1 = b[i + 1]!;
		const row2 = places[i + 2]! * width;
		const a2 = a[i + 2]!;
		const b2 = b[i + 2]!;
		const row3 = places[i + 3]! * width;
		const a3 = a[i + 3]!;
		const b3 = b[i + 3]!;
		for (let j = 0; j <= i + 3; j++) {
			const at = places[j]!;
			const aj = a[j]!;
			const bj = b[j]!;
			matrix[row0 + at]! += a0 * bj + b0 * aj;
			matrix[row1 + at]! += a1 * bj + b1 * aj;
			matrix[row2 + at]! += a2 * bj + b2 * aj;
			matrix[row3 + at]! += a3 * bj + b3 * aj;
		}
	}
	for (; i < size; i++) {
		const row = places[i]! * width;
		for (let j = 0; j <= i; j++) matrix[row + places[j]!]! += a[i]! * b[j]! + b[i]! * a[j]!;
	}
}
