/** xᵀ·A·y, with `matrix` A row-major, `x.length` rows and columns. R: `drop(t(x) %*% A %*% y)`; in reduced-inverse.R */
export function quadraticForm(matrix: Float64Array, x: ArrayLike<number>, y: ArrayLike<number>): number {
	const size = x.length;
	let form = 0;
	for (let i = 0; i < size; i++) {
		if (x[i] === 0) continue;
		let row = 0;
		for (let j = 0; j < size; j++) row += matrix[i * size + j]! * y[j]!;
		form += x[i]! * row;
	}
	return form;
}
