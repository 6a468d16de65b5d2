import { describe, expect, it } from 'vitest';
import { normalQuantile } from '#lib/statistics/normal-quantile.ts';
import fixture from './normal-quantile.json' with { type: 'json' };
import { relativeError } from './relative-error.ts';

describe('normalQuantile', () => {
	it('equals qnorm to 1e-14', () => {
		const x = fixture.cases.map(({ p }) => normalQuantile(p));
		expect(relativeError(x, fixture.cases.map((expected) => expected.x))).toBeLessThan(1e-14);
	});

	it('is unbounded at 0 and 1', () => {
		expect([normalQuantile(0), normalQuantile(1)]).toEqual([-Infinity, Infinity]);
	});

	it('refuses what is not a probability', () => {
		expect(() => normalQuantile(1.2)).toThrow('p must be 0 to 1: 1.2');
		expect(() => normalQuantile(NaN)).toThrow(RangeError);
	});
});
