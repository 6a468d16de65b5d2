/**
 * Σ w·x·xᵀ over rows, row-major. A negative weight takes a row away; one of 0 leaves it out.
 * R: `crossprod(X * w, X)`; in reduced-inverse.R
 */
export function weightedProducts(rows: readonly (readonly number[])[], weights: ArrayLike<number>, size: number): Float64Array {
	const products = new Float64Array(size * size);
	rows.forEach((x, row) => {
		for (let i = 0; i < size; i++) {
			const scaled = weights[row]! * x[i]!;
			if (scaled === 0) continue;
			for (let j = 0; j < size; j++) products[i * size + j]! += scaled * x[j]!;
		}
	});
	return products;
}
