import { describe, expect, it } from 'vitest';
import { chiSquaredUpperTail } from '#lib/statistics/chi-squared-distribution.ts';
import fixture from './chi-squared-distribution.json' with { type: 'json' };
import { relativeError } from './relative-error.ts';

describe('chiSquaredUpperTail', () => {
	it.each(fixture.cases)('equals pchisq to 1e-8 for $x with $df degrees of freedom', ({ x, df, p }) => {
		expect(relativeError([chiSquaredUpperTail(x, df)], [p])).toBeLessThan(1e-8);
	});

	it('is one at zero', () => expect(chiSquaredUpperTail(0, 3)).toBe(1));
	it('is zero at infinity', () => expect(chiSquaredUpperTail(Infinity, 2)).toBe(0));
	it('refuses no degrees of freedom', () => expect(() => chiSquaredUpperTail(1, 0)).toThrow(RangeError));
	it('refuses half a degree of freedom', () => expect(() => chiSquaredUpperTail(1, 0.5)).toThrow(RangeError));
});
