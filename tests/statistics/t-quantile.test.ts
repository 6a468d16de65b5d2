import { describe, expect, it } from 'vitest';
import { normalQuantile } from '#lib/statistics/normal-quantile.ts';
import { tQuantile } from '#lib/statistics/t-quantile.ts';
import { relativeError } from './relative-error.ts';
import fixture from './t-quantile.json' with { type: 'json' };

const probabilities = [0.01, 0.2, 0.4, 0.7, 0.975];

describe('tQuantile', () => {
	it('equals qt to 1e-10', () => {
		const t = fixture.cases.map(({ p, df }) => tQuantile(p, df));
		expect(relativeError(t, fixture.cases.map((expected) => expected.t))).toBeLessThan(1e-10);
	});

	it('is the closed form for 1 degree of freedom', () => {
		const closed = probabilities.map((p) => Math.tan(Math.PI * (p - 0.5)));
		expect(relativeError(probabilities.map((p) => tQuantile(p, 1)), closed)).toBeLessThan(1e-13);
	});

	it('is the closed form for 2 degrees of freedom', () => {
		const closed = probabilities.map((p) => (2 * p - 1) / Math.sqrt(2 * p * (1 - p)));
		expect(relativeError(probabilities.map((p) => tQuantile(p, 2)), closed)).toBeLessThan(1e-13);
	});

	it('is the normal quantile at infinite degrees of freedom', () => {
		expect(tQuantile(0.975, Infinity)).toBe(normalQuantile(0.975));
	});

	it('is 0 in the middle and unbounded at the ends', () => {
		expect([tQuantile(0.5, 4), tQuantile(0, 4), tQuantile(1, 4)]).toEqual([0, -Infinity, Infinity]);
	});

	it('refuses what is not a probability, and degrees of freedom not above 0', () => {
		expect(() => tQuantile(-0.1, 4)).toThrow('p must be 0 to 1: -0.1');
		expect(() => tQuantile(0.9, 0)).toThrow('df must be above 0: 0');
	});
});
