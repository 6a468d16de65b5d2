/** The largest of the differences of two lists, each relative to the second's value; of plain differences where that is 0. */
export function relativeError(actual: readonly number[], expected: readonly number[]): number {
	if (actual.length !== expected.length) return Infinity;
	return expected.reduce((largest, value, i) => {
		return Math.max(largest, Math.abs((actual[i] ?? NaN) - value) / (value === 0 ? 1 : Math.abs(value)));
	}, 0);
}
