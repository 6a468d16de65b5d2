import { describe, expect, it } from 'vitest';
import { normalDistribution } from '#lib/statistics/normal-distribution.ts';
import { normalQuantile } from '#lib/statistics/normal-quantile.ts';
import fixture from './normal-distribution.json' with { type: 'json' };
import { relativeError } from './relative-error.ts';

describe('normalDistribution', () => {
	it('equals pnorm to 1e-13, far tails included', () => {
		const p = fixture.cases.map(({ x }) => normalDistribution(x));
		expect(relativeError(p, fixture.cases.map((expected) => expected.p))).toBeLessThan(1e-13);
	});

	it('is undone by the quantile', () => {
		const x = [-6, -2, -0.4, 0.3, 1.7, 4];
		expect(relativeError(x.map((value) => normalQuantile(normalDistribution(value))), x)).toBeLessThan(1e-11);
	});

	it('is 0 and 1 at the ends', () => {
		expect([normalDistribution(-Infinity), normalDistribution(Infinity)]).toEqual([0, 1]);
	});

	it('refuses what is not a number', () => {
		expect(() => normalDistribution(NaN)).toThrow('x must be a number: NaN');
	});
});
