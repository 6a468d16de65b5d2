import { describe, expect, it } from 'vitest';
import { betaDistribution } from '#lib/statistics/beta-distribution.ts';
import { betaQuantile } from '#lib/statistics/beta-quantile.ts';
import fixture from './beta-quantile.json' with { type: 'json' };
import { relativeError } from './relative-error.ts';

describe('betaQuantile', () => {
	it('equals qbeta to 1e-8', () => {
		const actual = fixture.cases.map(({ p, a, b }) => betaQuantile(p, a, b));
		expect(relativeError(actual, fixture.cases.map(({ x }) => x))).toBeLessThan(1e-8);
	});

	it('is the end of the range at 0 and 1', () => {
		expect([betaQuantile(0, 2, 3), betaQuantile(1, 2, 3)]).toEqual([0, 1]);
	});

	it('refuses what is no probability', () => {
		expect(() => betaQuantile(1.1, 1, 1)).toThrow('p must be 0 to 1: 1.1');
	});
});

describe('betaDistribution', () => {
	it('equals pbeta to 1e-8', () => {
		const tails = fixture.cases.filter(({ probability }) => probability > 1e-200);
		const actual = tails.map(({ x, a, b }) => betaDistribution(x * 0.9, a, b));
		expect(relativeError(actual, tails.map(({ probability }) => probability))).toBeLessThan(1e-8);
	});

	it('is 0 and 1 at the ends', () => {
		expect([betaDistribution(0, 2, 3), betaDistribution(1, 2, 3)]).toEqual([0, 1]);
	});

	it('refuses parameters that are not above 0', () => {
		expect(() => betaDistribution(0.5, 0, 1)).toThrow('a and b must be above 0: 0, 1');
	});
});
