import { describe, expect, it } from 'vitest';
import { fQuantile } from '#lib/statistics/f-quantile.ts';
import { tQuantile } from '#lib/statistics/t-quantile.ts';
import fixture from './f-quantile.json' with { type: 'json' };
import { relativeError } from './relative-error.ts';

describe('fQuantile', () => {
	it('equals the quantile from qbeta to 1e-9, for fractional and large degrees of freedom too', () => {
		const quantiles = fixture.cases.map(({ p, df1, df2 }) => fQuantile(p, df1, df2));
		expect(relativeError(quantiles, fixture.cases.map(({ f }) => f))).toBeLessThan(1e-9);
	});

	it('is the square of t for 1 degree of freedom above', () => {
		expect(fQuantile(0.95, 1, 7)).toBeCloseTo(tQuantile(0.975, 7) ** 2, 9);
	});

	it('refuses what has no quantile', () => {
		expect(() => fQuantile(1, 2, 3)).toThrow('p must be between 0 and 1: 1');
		expect(() => fQuantile(0.5, 0, 3)).toThrow('df must be above 0 and finite: 0');
		expect(() => fQuantile(0.5, 2, Infinity)).toThrow(RangeError);
	});
});
