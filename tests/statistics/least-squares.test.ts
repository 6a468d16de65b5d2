import { describe, expect, it } from 'vitest';
import { leastSquares } from '#lib/statistics/least-squares.ts';
import fixture from './least-squares.json' with { type: 'json' };
import { relativeError } from './relative-error.ts';

type Cells = Readonly<{ x: number[][]; n: number[]; sum: number[]; squares: number[] }>;

const cellsOf = ({ x, n, sum, squares }: Cells) => x.map((row, i) => ({ x: row, n: n[i] ?? NaN, sum: sum[i] ?? NaN, squares: squares[i] ?? NaN }));

function fitted(cells: Cells) {
	const fit = leastSquares(cellsOf(cells));
	if ('reason' in fit) throw new Error(fit.reason);
	return fit;
}

describe('leastSquares', () => {
	it.each(fixture.cases)('equals lm and vcovHC to 1e-8 for $size scores', (expected) => {
		const fit = fitted(expected);
		expect(relativeError(fit.coefficients.map((each) => each ?? NaN), expected.coefficients)).toBeLessThan(1e-8);
		expect(relativeError([...fit.covariance], expected.covariance.flat())).toBeLessThan(1e-8);
		expect(fit.df).toBe(expected.df);
	});

	it('leaves out what earlier predictors determine, as lm does', () => {
		const fit = fitted(fixture.aliased);
		expect(fit.df).toBe(fixture.aliased.df);
		expect(fit.coefficients.map((each) => each === undefined)).toEqual(fixture.aliased.coefficients.map((each) => each === null));
	});

	it('gives a score that is alone in its category no say in the variance of the others', () => {
		const size = fixture.aliased.coefficients.length;
		const variance = fitted(fixture.aliased).covariance[2 * size + 2] ?? NaN;
		expect(relativeError([variance], [fixture.aliased.variance])).toBeLessThan(1e-8);
	});

	it('gives a reason where scores do not outnumber coefficients', () => {
		const reason = { reason: 'there are no more scores than coefficients' };
		expect(leastSquares([])).toEqual(reason);
		expect(leastSquares([{ x: [1], n: 1, sum: 3, squares: 9 }])).toEqual(reason);
	});

	it('finds no spread in constant scores', () => {
		const fit = leastSquares([{ x: [1, 0], n: 5, sum: 15, squares: 45 }, { x: [1, 1], n: 5, sum: 15, squares: 45 }]);
		expect(fit).toMatchObject({ coefficients: [3, 0], covariance: new Float64Array(4) });
	});
});
