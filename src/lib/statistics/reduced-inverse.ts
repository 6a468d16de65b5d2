import { sweep } from './sweep.ts';

/**
 * Inverse of a cross-product matrix over the columns that are not combinations of earlier ones.
 *
 * `matrix` is symmetric, row-major, `size` × `size`, and left as it was. A column is left out, as `aliased`, where less than
 * 1e-10 of its sum of squares remains after those before it; its row and column of `inverse` are 0. So a matrix of full rank gives its
 * inverse, and one of lower rank a generalised inverse, that of the first columns that span the same space.
 *
 * Goodnight JH (1979). A tutorial on the SWEEP operator. Am Stat 33:149–158.
 * R: `solve(A[kept, kept])`, the columns kept being those that `lm` gives a coefficient
 */
export function reducedInverse(matrix: Float64Array, size: number): Readonly<{ inverse: Float64Array; aliased: readonly boolean[] }> {
	const inverse = matrix.slice();
	const aliased = Array.from({ length: size }, (_, pivot) => {
		const left = inverse[pivot * (size + 1)]!;
		if (!(left > 1e-10 * matrix[pivot * (size + 1)]!)) return true;
		sweep(inverse, size, size, pivot);
		return false;
	});
	for (let i = 0; i < size; i++) {
		for (let j = 0; j < size; j++) if (aliased[i]! || aliased[j]!) inverse[i * size + j] = 0;
	}
	return { inverse, aliased };
}
