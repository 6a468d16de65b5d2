import { describe, expect, it } from 'vitest';
import { wilsonInterval } from '#lib/statistics/wilson-interval.ts';
import { relativeError } from './relative-error.ts';
import fixture from './wilson-interval.json' with { type: 'json' };

describe('wilsonInterval', () => {
	it.each(fixture.cases)('equals prop.test to 1e-8 for $count of $n at level $level', ({ count, n, level, lower, upper }) => {
		const interval = wilsonInterval(count, n, level);
		const actual = [interval?.estimate ?? NaN, interval?.lower ?? NaN, interval?.upper ?? NaN];
		expect(relativeError(actual, [count / n, lower, upper])).toBeLessThan(1e-8);
	});

	it('is 95 % wide unless told otherwise', () => {
		expect(wilsonInterval(3, 10)).toEqual(wilsonInterval(3, 10, 0.95));
	});

	it('is undefined for nobody', () => {
		expect(wilsonInterval(0, 0)).toBeUndefined();
	});

	it('starts at exactly 0 for none and ends at exactly 1 for all', () => {
		expect(wilsonInterval(0, 7)?.lower).toBe(0);
		expect(wilsonInterval(7, 7)?.upper).toBe(1);
	});

	it('refuses a count outside 0 to n', () => {
		expect(() => wilsonInterval(8, 7)).toThrow('count must be 0 to 7: 8');
		expect(() => wilsonInterval(-1, 7)).toThrow(RangeError);
	});
});
