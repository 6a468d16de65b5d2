/**
 * Products of the rows of one matrix with those of another, A·Bᵀ, of the leading `size` rows and columns; all have rows of `width`.
 *
 * Two rows by two at a time. An odd `size` is made even by a row of zeros, which `a` and `b` must have room for and get.
 *
 * R: `tcrossprod(A, B)`; in missing-scores.R
 */
export function rowProducts(a: Float64Array, b: Float64Array, result: Float64Array, size: number, width: number): void {
	if (size % 2 === 1) {
		a.fill(0, size * width, size * width + size);
		b.fill(0, size * width, size * width + size);
	}
	for (let i = 0; i < size; i += 2) {
		for (let j = 0; j < size; j += 2) {
			const ai = i * width;
			const bj = j * width;
			let both = 0;
			let upper = 0;
			let lower = 0;
			let next = 0;
			for (let k = 0; k < size; k++) {
				const p = a[ai + k]!;
				const q = a[ai + width + k]!;
				const r = b[bj + k]!;
				const s = b[bj + width + k]!;
				both += p * r;
				upper += p * s;
				lower += q * r;
				next += q * s;
			}
			result[ai + j] = both;
			result[ai + j + 1] = upper;
			result[ai + width + j] = lower;
			result[ai + width + j + 1] = next;
		}
	}
}
