import { describe, expect, it } from 'vitest';
import { newcombeInterval } from '#lib/statistics/newcombe-interval.ts';
import fixture from './newcombe-interval.json' with { type: 'json' };
import { relativeError } from './relative-error.ts';

describe('newcombeInterval', () => {
	it.each(fixture.cases)('equals method 10 from prop.test to 1e-8 for $count1/$n1 and $count2/$n2 at level $level', ({ count1, n1, count2, n2, level, estimate, lower, upper }) => {
		const actual = newcombeInterval({ count: count1, n: n1 }, { count: count2, n: n2 }, level);
		expect(relativeError([actual?.estimate ?? NaN, actual?.lower ?? NaN, actual?.upper ?? NaN], [estimate, lower, upper])).toBeLessThan(1e-8);
	});

	it('gives the limits that Newcombe published for 56/70 and 48/80', () => {
		expect(newcombeInterval({ count: 56, n: 70 }, { count: 48, n: 80 })).toMatchObject({ lower: expect.closeTo(0.0524, 4), upper: expect.closeTo(0.3339, 4) });
	});

	it('is undefined where a group is empty', () => {
		expect(newcombeInterval({ count: 0, n: 0 }, { count: 1, n: 2 })).toBeUndefined();
	});
});
