import { describe, expect, it } from 'vitest';
import { standardisedDifference } from '#lib/statistics/standardised-difference.ts';
import { relativeError } from './relative-error.ts';
import fixture from './standardised-difference.json' with { type: 'json' };

describe('standardisedDifference', () => {
	it.each(fixture.cases)('equals its formula in R to 1e-8 for means $m1 and $m2', ({ m1, v1, m2, v2, expected }) => {
		const actual = standardisedDifference({ mean: m1, variance: v1 }, { mean: m2, variance: v2 });
		expect(relativeError([actual ?? NaN], [expected])).toBeLessThan(1e-8);
	});

	it('is 0 for equal means, even where nothing varies', () => {
		expect(standardisedDifference({ mean: 1, variance: 0 }, { mean: 1, variance: 0 })).toBe(0);
	});

	it('is undefined for different means where neither group varies', () => {
		expect(standardisedDifference({ mean: 1, variance: 0 }, { mean: 0, variance: 0 })).toBeUndefined();
	});
});
