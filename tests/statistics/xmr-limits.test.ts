import { describe, expect, it } from 'vitest';
import { xmrLimits } from '#lib/statistics/xmr-limits.ts';
import { relativeError } from './relative-error.ts';
import fixture from './xmr-limits.json' with { type: 'json' };

describe('xmrLimits', () => {
	it.each(fixture.cases)('equals the formula in R to 1e-8 for $values.length values', ({ values, centre, lower, upper, meanMovingRange }) => {
		const limits = xmrLimits(values);
		const actual = [limits?.centre ?? NaN, limits?.lower ?? NaN, limits?.upper ?? NaN, limits?.meanMovingRange ?? NaN];
		expect(relativeError(actual, [centre, lower, upper, meanMovingRange])).toBeLessThan(1e-8);
	});

	it('takes as its factors what the range of two normal values gives, to the digits that are usual', () => {
		const limits = xmrLimits([0, 1]);
		expect(limits?.reach).toBeCloseTo(fixture.individualsFactor, 2);
		expect(limits?.upperRange).toBeCloseTo(fixture.rangeFactor, 2);
	});

	it('is a point where all values are equal', () => {
		expect(xmrLimits([4, 4, 4])).toMatchObject({ lower: 4, upper: 4, reach: 0 });
	});

	it('is undefined for no value and for one', () => {
		expect(xmrLimits([])).toBeUndefined();
		expect(xmrLimits([3])).toBeUndefined();
	});
});
