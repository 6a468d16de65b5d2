import { describe, expect, it } from 'vitest';
import { normalDistribution } from '#lib/statistics/normal-distribution.ts';
import { tDistribution } from '#lib/statistics/t-distribution.ts';
import { relativeError } from './relative-error.ts';
import fixture from './t-distribution.json' with { type: 'json' };

describe('tDistribution', () => {
	it('equals pt to 1e-11, for fractional and large degrees of freedom too', () => {
		const p = fixture.cases.map(({ t, df }) => tDistribution(t, df));
		expect(relativeError(p, fixture.cases.map((expected) => expected.p))).toBeLessThan(1e-11);
	});

	it('is the normal distribution at infinite degrees of freedom', () => {
		expect(tDistribution(-1.3, Infinity)).toBe(normalDistribution(-1.3));
	});

	it('is 0 and 1 at the ends', () => {
		expect([tDistribution(-Infinity, 3), tDistribution(Infinity, 3), tDistribution(-Infinity, 5000)]).toEqual([0, 1, 0]);
	});

	it('refuses degrees of freedom that are not above 0', () => {
		expect(() => tDistribution(1, 0)).toThrow('df must be above 0: 0');
	});
});
