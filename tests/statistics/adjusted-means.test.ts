import { describe, expect, it } from 'vitest';
import { adjustedMeans } from '#lib/statistics/adjusted-means.ts';
import { meanInterval } from '#lib/statistics/mean-interval.ts';
import fixture from './adjusted-means.json' with { type: 'json' };
import { relativeError } from './relative-error.ts';

const group = { n: 10, meanX: 6, meanY: -2, sxx: 8, sxy: -4, syy: 20 };

describe('adjustedMeans', () => {
	it.each(fixture.cases)('equals emmeans to 1e-8 for $groups.length groups at level $level', ({ level, groups, slope, df, estimate, lower, upper }) => {
		const found = adjustedMeans(groups, level);
		expect(relativeError([found?.slope ?? NaN, found?.df ?? NaN], [slope, df])).toBeLessThan(1e-8);
		expect(relativeError(found?.means.map((mean) => mean.estimate) ?? [], estimate)).toBeLessThan(1e-8);
		expect(relativeError(found?.means.map((mean) => mean.lower) ?? [], lower)).toBeLessThan(1e-8);
		expect(relativeError(found?.means.map((mean) => mean.upper) ?? [], upper)).toBeLessThan(1e-8);
	});

	it('is 95 % wide unless told otherwise', () => {
		expect(adjustedMeans([group, group])).toEqual(adjustedMeans([group, group], 0.95));
	});

	it('is the plain mean and its t interval where all x are equal', () => {
		const flat = { ...group, sxx: 0, sxy: 0 };
		const plain = meanInterval({ n: 10, mean: -2, sd: Math.sqrt(20 / 9) });
		const found = adjustedMeans([flat])?.means[0];
		expect(relativeError([found?.estimate ?? NaN, found?.lower ?? NaN, found?.upper ?? NaN], [plain?.estimate ?? NaN, plain?.lower ?? NaN, plain?.upper ?? NaN])).toBeLessThan(1e-8);
	});

	it('is undefined where groups differ in x but x does not vary within them', () => {
		expect(adjustedMeans([{ ...group, sxx: 0, sxy: 0 }, { ...group, meanX: 7, sxx: 0, sxy: 0 }])).toBeUndefined();
	});

	it('is undefined for no group and for too few pairs', () => {
		expect(adjustedMeans([])).toBeUndefined();
		expect(adjustedMeans([{ ...group, n: 2 }])).toBeUndefined();
	});
});
