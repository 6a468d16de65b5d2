import { appendFileSync } from 'node:fs';
import { expect } from 'vitest';

/**
 * The largest of the differences of two lists, each relative to the second's value; of plain differences where that is 0. Where
 * NEEDLEPOINT_DIFFERENCES names a file, it is noted there, for `npm run validate` to tell.
 */
export function relativeError(actual: readonly number[], expected: readonly number[]): number {
	const largest = actual.length === expected.length ? expected.reduce((most, value, i) => Math.max(most, Math.abs((actual[i] ?? NaN) - value) / (value === 0 ? 1 : Math.abs(value))), 0) : Infinity;
	const { NEEDLEPOINT_DIFFERENCES: notes } = process.env;
	if (notes !== undefined) appendFileSync(notes, `${JSON.stringify({ test: expect.getState().testPath, difference: largest })}\n`);
	return largest;
}
