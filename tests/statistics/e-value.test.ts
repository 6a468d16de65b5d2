import { describe, expect, it } from 'vitest';
import { eValue } from '#lib/statistics/e-value.ts';
import fixture from './e-value.json' with { type: 'json' };
import { relativeError } from './relative-error.ts';

describe('eValue', () => {
	it.each(fixture.cases)('equals its formula in R to 1e-8 for $d with standard error $se', ({ d, se, estimate, limit }) => {
		const actual = eValue(d, se);
		expect(relativeError([actual?.estimate ?? NaN, actual?.limit ?? NaN], [estimate, limit])).toBeLessThan(1e-8);
	});

	it('is 1 where there is nothing to explain away', () => {
		expect(eValue(0, 0.2)).toEqual({ estimate: 1, limit: 1 });
	});

	it('is undefined without a standard error', () => {
		expect(eValue(0.3, NaN)).toBeUndefined();
	});
});
