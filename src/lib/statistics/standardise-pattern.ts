/** A missingness pattern as `mmrm` works on it: scores take positions 1, 2, …, position 0 is the constant 1. */
export type StandardPattern = Readonly<{
	n: number;
	last: number;
	seen: Int32Array;
	hidden: readonly number[];
	products: Float64Array;
}>;

/**
 * Sums and cross-products of a missingness pattern, of scores less `centres` and over `spreads`.
 *
 * `centres` and `spreads` are in the units of the score, one for each time, `spreads` above 0; times past them are left out.
 * In the result, `seen` are the constant and the scores observed, `hidden` the scores missing before the `last`, and `products`
 * the row-major matrix of the summed products of those seen. Cancels when the centres exceed the spreads by 1e6 and more.
 *
 * R: `crossprod(cbind(1, scale(y, centres, spreads)))`
 */
export function standardisePattern(
	{ times, n, sums, crossProducts }: Readonly<{
		times: readonly number[];
		n: number;
		sums: readonly number[];
		crossProducts: readonly (readonly number[])[];
	}>,
	centres: readonly number[],
	spreads: readonly number[],
): StandardPattern {
	const kept = times.filter((time) => time < centres.length);
	const seen = Int32Array.from([0, ...kept.map((time) => time + 1)]);
	const last = Math.max(...seen);
	const hidden = Array.from({ length: last }, (_, i) => i + 1).filter((position) => !seen.includes(position));
	const size = seen.length;
	const products = new Float64Array(size * size);
	products[0] = n;
	kept.forEach((time, a) => {
		const centre = centres[time]!;
		const sum = sums[a]! - n * centre;
		products[a + 1] = products[(a + 1) * size] = sum / spreads[time]!;
		kept.forEach((other, b) => {
			const product = crossProducts[a]![b]! - centre * sums[b]! - centres[other]! * sum;
			products[(a + 1) * size + b + 1] = product / (spreads[time]! * spreads[other]!);
		});
	});
	return { n, last, seen, hidden, products };
}
