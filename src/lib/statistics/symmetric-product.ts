/**
 * Product of a symmetric matrix with a vector: the leading `size` rows, of the lower triangle that stands row by row from `offset` on.
 *
 * R: `drop(A %*% x)`; in missing-scores.R
 */
export function symmetricProduct(result: Float64Array, triangle: Float64Array, offset: number, vector: Float64Array, size: number): void {
	let at = offset;
	for (let i = 0; i < size; i++) {
		const own = vector[i]!;
		let sum = 0;
		for (let j = 0; j < i; j++) {
			const entry = triangle[at++]!;
			sum += entry * vector[j]!;
			result[j]! += entry * own;
		}
		result[i] = sum + triangle[at++]! * own;
	}
}
