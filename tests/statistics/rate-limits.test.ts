import { describe, expect, it } from 'vitest';
import { countLimits } from '#lib/statistics/count-limits.ts';
import { proportionLimits } from '#lib/statistics/proportion-limits.ts';
import fixture from './rate-limits.json' with { type: 'json' };
import { relativeError } from './relative-error.ts';

describe('proportionLimits', () => {
	it.each(fixture.cases)('equals the formula in R to 1e-8 about $centre', ({ baseline, sizes, centre, lower, upper }) => {
		const found = proportionLimits(baseline, sizes);
		expect(relativeError([found?.centre ?? NaN], [centre])).toBeLessThan(1e-8);
		expect(relativeError(found?.limits.map((limit) => limit.lower) ?? [], lower)).toBeLessThan(1e-8);
		expect(relativeError(found?.limits.map((limit) => limit.upper) ?? [], upper)).toBeLessThan(1e-8);
	});

	it('is undefined for an empty baseline, and where all or none have the outcome', () => {
		expect(proportionLimits([], [10])).toBeUndefined();
		expect(proportionLimits([{ count: 0, n: 20 }], [10])).toBeUndefined();
		expect(proportionLimits([{ count: 20, n: 20 }], [10])).toBeUndefined();
	});

	it('refuses a group of nobody', () => {
		expect(() => proportionLimits([{ count: 3, n: 20 }], [0])).toThrow('size must be 1 or more: 0');
	});
});

describe('countLimits', () => {
	it.each(fixture.cases)('equals the formula in R to 1e-8 about $centre', ({ baseline, sizes, centre, countLower, countUpper }) => {
		const found = countLimits(baseline, sizes);
		expect(relativeError([found?.centre ?? NaN], [centre])).toBeLessThan(1e-8);
		expect(relativeError(found?.limits.map((limit) => limit.lower) ?? [], countLower)).toBeLessThan(1e-8);
		expect(relativeError(found?.limits.map((limit) => limit.upper) ?? [], countUpper)).toBeLessThan(1e-8);
	});

	it('takes more events than units', () => {
		expect(countLimits([{ count: 40, n: 10 }], [9])).toEqual({ centre: 4, limits: [{ lower: 2, upper: 6, reach: 2 }] });
	});

	it('is undefined for an empty baseline and for one without events', () => {
		expect(countLimits([], [10])).toBeUndefined();
		expect(countLimits([{ count: 0, n: 20 }], [10])).toBeUndefined();
	});

	it('refuses a group of nobody', () => {
		expect(() => countLimits([{ count: 3, n: 20 }], [0])).toThrow('size must be 1 or more: 0');
	});
});
