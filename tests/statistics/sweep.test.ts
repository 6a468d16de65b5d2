import { describe, expect, it } from 'vitest';
import { sweep } from '#lib/statistics/sweep.ts';
import { relativeError } from './relative-error.ts';
import fixture from './sweep.json' with { type: 'json' };

const pivots = [0, 2, 3];
const others = [1, 4];

function block(matrix: Float64Array, rows: readonly number[], columns: readonly number[]): number[] {
	return rows.flatMap((row) => columns.map((column) => matrix[row * 5 + column] ?? NaN));
}

describe('sweep', () => {
	it('leaves inverse, coefficients and Schur complement, equal to solve to 1e-12', () => {
		const matrix = Float64Array.from(fixture.matrix.flat());
		for (const pivot of pivots) sweep(matrix, 5, 5, pivot);
		expect(relativeError(block(matrix, pivots, pivots), fixture.inverse.flat())).toBeLessThan(1e-12);
		expect(relativeError(block(matrix, pivots, others), fixture.coefficients.flat())).toBeLessThan(1e-12);
		expect(relativeError(block(matrix, others, others), fixture.complement.flat())).toBeLessThan(1e-12);
	});

	it('returns pivots whose product is the determinant', () => {
		const matrix = Float64Array.from(fixture.matrix.flat());
		const determinant = pivots.reduce((product, pivot) => product * sweep(matrix, 5, 5, pivot), 1);
		expect(relativeError([determinant], [fixture.determinant])).toBeLessThan(1e-12);
	});

	it('gives the same in the rows asked for, and leaves the others', () => {
		const matrix = Float64Array.from(fixture.matrix.flat());
		for (const pivot of pivots) sweep(matrix, 5, 5, pivot, pivots);
		expect(relativeError(block(matrix, pivots, others), fixture.coefficients.flat())).toBeLessThan(1e-12);
		expect(block(matrix, others, [0, 1, 2, 3, 4])).toEqual(others.flatMap((row) => fixture.matrix[row] ?? []));
	});
});
