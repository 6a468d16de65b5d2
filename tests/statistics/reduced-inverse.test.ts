import { describe, expect, it } from 'vitest';
import { quadraticForm } from '#lib/statistics/quadratic-form.ts';
import { reducedInverse } from '#lib/statistics/reduced-inverse.ts';
import { weightedProducts } from '#lib/statistics/weighted-products.ts';
import fixture from './reduced-inverse.json' with { type: 'json' };
import { relativeError } from './relative-error.ts';

const products = Float64Array.from(fixture.products.flat());

describe('reducedInverse', () => {
	it('leaves out the columns to which lm gives no coefficient, and inverts the others as solve does, to 1e-8', () => {
		const { inverse, aliased } = reducedInverse(products, 6);
		expect(aliased.map(Number)).toEqual(fixture.aliased);
		expect(relativeError([...inverse], fixture.inverse.flat())).toBeLessThan(1e-8);
	});

	it('leaves out a column that earlier ones determine', () => {
		expect(reducedInverse(Float64Array.of(4, 2, 2, 2, 2, 0, 2, 0, 2), 3)).toEqual({ inverse: Float64Array.of(0.5, -0.5, 0, -0.5, 1, 0, 0, 0, 0), aliased: [false, false, true] });
	});
});

describe('weightedProducts', () => {
	it('equals crossprod to 1e-8, weights below 0 and of 0 among them', () => {
		expect(relativeError([...weightedProducts(fixture.rows, fixture.weights, 6)], fixture.weighted.flat())).toBeLessThan(1e-8);
	});
});

describe('quadraticForm', () => {
	it('equals the product of matrices to 1e-8', () => {
		expect(relativeError([quadraticForm(products, fixture.x, fixture.y)], [fixture.form])).toBeLessThan(1e-8);
	});
});
