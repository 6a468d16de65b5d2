import { describe, expect, it } from 'vitest';
import { cholesky, choleskySolve } from '#lib/statistics/cholesky.ts';
import fixture from './cholesky.json' with { type: 'json' };
import { relativeError } from './relative-error.ts';

const matrix = Float64Array.from(fixture.matrix.flat());

describe('cholesky', () => {
	it('equals chol to 1e-12', () => {
		expect(relativeError([...cholesky(matrix, 5)], fixture.factor.flat())).toBeLessThan(1e-12);
	});

	it('is not a number where the matrix is not positive definite', () => {
		expect(cholesky(Float64Array.of(1, 2, 2, 1), 2)[3]).toBeNaN();
	});

	it('leaves the matrix as it was', () => {
		cholesky(matrix, 5);
		expect([...matrix]).toEqual(fixture.matrix.flat());
	});
});

describe('choleskySolve', () => {
	it('equals solve to 1e-12', () => {
		const solution = choleskySolve(cholesky(matrix, 5), Float64Array.from(fixture.side));
		expect(relativeError([...solution], fixture.solution)).toBeLessThan(1e-12);
	});
});
