import { describe, expect, it } from 'vitest';
import { reducedInverse } from '#lib/statistics/reduced-inverse.ts';
import fixture from './cholesky.json' with { type: 'json' };
import { relativeError } from './relative-error.ts';

describe('reducedInverse', () => {
	it('solves what solve solves to 1e-8', () => {
		const { inverse } = reducedInverse(Float64Array.from(fixture.matrix.flat()), 5);
		const solution = fixture.side.map((_, i) => fixture.side.reduce((sum, value, j) => sum + (inverse[5 * i + j] ?? NaN) * value, 0));
		expect(relativeError(solution, fixture.solution)).toBeLessThan(1e-8);
	});

	it('leaves out a column that earlier ones determine', () => {
		expect(reducedInverse(Float64Array.of(4, 2, 2, 2, 2, 0, 2, 0, 2), 3)).toEqual({ inverse: Float64Array.of(0.5, -0.5, 0, -0.5, 1, 0, 0, 0, 0), aliased: [false, false, true] });
	});
});
