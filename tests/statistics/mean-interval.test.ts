import { describe, expect, it } from 'vitest';
import { meanInterval } from '#lib/statistics/mean-interval.ts';
import fixture from './mean-interval.json' with { type: 'json' };
import { relativeError } from './relative-error.ts';

describe('meanInterval', () => {
	it.each(fixture.cases)('equals t.test to 1e-8 for n = $n at level $level', ({ level, lower, upper, ...sample }) => {
		const interval = meanInterval(sample, level);
		const actual = [interval?.estimate ?? NaN, interval?.lower ?? NaN, interval?.upper ?? NaN];
		expect(relativeError(actual, [sample.mean, lower, upper])).toBeLessThan(1e-8);
	});

	it('is 95 % wide unless told otherwise', () => {
		const sample = { n: 9, mean: 4, sd: 2 };
		expect(meanInterval(sample)).toEqual(meanInterval(sample, 0.95));
	});

	it('is undefined for no score and for one', () => {
		expect(meanInterval({ n: 0, mean: 0, sd: 0 })).toBeUndefined();
		expect(meanInterval({ n: 1, mean: 5, sd: 0 })).toBeUndefined();
	});

	it('is a point where all scores are equal', () => {
		expect(meanInterval({ n: 12, mean: 5, sd: 0 })).toEqual({ estimate: 5, lower: 5, upper: 5 });
	});
});
