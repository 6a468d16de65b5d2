import { describe, expect, it } from 'vitest';
import { prefixPrecisions } from '#lib/statistics/prefix-precisions.ts';
import { productsByLast } from '#lib/statistics/products-by-last.ts';
import { regressionMoments } from '#lib/statistics/regression-moments.ts';
import { sequentialRegressions } from '#lib/statistics/sequential-regressions.ts';
import { standardisePattern } from '#lib/statistics/standardise-pattern.ts';
import { patterns } from './patterns.ts';
import { relativeError } from './relative-error.ts';
import fixture from './sequential-regressions.json' with { type: 'json' };

function products(wide: readonly (readonly (number | null)[])[], times: number): readonly Float64Array[] {
	const centres = Array<number>(times).fill(0);
	const spreads = Array<number>(times).fill(1);
	return productsByLast(patterns(wide).map((pattern) => standardisePattern(pattern, centres, spreads)), times);
}

describe('sequentialRegressions', () => {
	it('equals lm to 1e-10', () => {
		expect(relativeError([...sequentialRegressions(products(fixture.wide, 4), 4)], fixture.regressions)).toBeLessThan(1e-10);
	});

	it('gives a predictor that follows from earlier ones the coefficient 0', () => {
		const wide = fixture.wide.slice(18).map(([a = null, , c = null]) => [a, a === null ? null : 2 * a, c]);
		const regressions = sequentialRegressions(products(wide, 3), 3);
		expect(regressions[4]).toBeCloseTo(Math.log(1e-10), 12);
		expect(regressions[7]).toBe(0);
	});
});

describe('prefixPrecisions', () => {
	it('is the inverse of the covariance that regressionMoments gives', () => {
		const regressions = Float64Array.from(fixture.regressions);
		const precision = prefixPrecisions(regressions, 4)[4] ?? [];
		const { covariance } = regressionMoments(regressions, 4);
		const product = covariance.flatMap((row) =>
			[1, 2, 3, 4].map((j) => row.reduce((sum, value, k) => sum + value * (precision[(k + 1) * 5 + j] ?? NaN), 0)),
		);
		product.forEach((value, i) => expect(value).toBeCloseTo(i % 5 === 0 ? 1 : 0, 12));
	});
});
