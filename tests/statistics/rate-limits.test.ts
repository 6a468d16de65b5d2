import { describe, expect, it } from 'vitest';
import { countLimits } from '#lib/statistics/count-limits.ts';
import { proportionLimits } from '#lib/statistics/proportion-limits.ts';
import fixture from './rate-limits.json' with { type: 'json' };
import { relativeError } from './relative-error.ts';

describe('proportionLimits', () => {
	it.each(fixture.proportions)('equals the formula in R to 1e-8 about $centre', ({ baseline, sizes, centre, lower, upper }) => {
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
	it.each(fixture.counts)('equals the formula in R to 1e-8 about $centre', ({ baseline, sizes, centre, lower, upper }) => {
		const found = countLimits(baseline, sizes);
		expect(relativeError([found?.centre ?? NaN], [centre])).toBeLessThan(1e-8);
		expect(relativeError(found?.limits.map((limit) => limit.lower) ?? [], lower)).toBeLessThan(1e-8);
		expect(relativeError(found?.limits.map((limit) => limit.upper) ?? [], upper)).toBeLessThan(1e-8);
	});

	it('are wider where the same events come to fewer units', () => {
		const [one, several] = [{ count: 20, squares: 20, n: 100 }, { count: 20, squares: 80, n: 100 }].map((group) => countLimits([group], [50])?.limits[0]?.reach ?? NaN);
		expect(several).toBeGreaterThan(1.9 * (one ?? NaN));
	});

	it('is undefined for an empty baseline, one without events, and where all units have as many', () => {
		expect(countLimits([], [10])).toBeUndefined();
		expect(countLimits([{ count: 0, squares: 0, n: 20 }], [10])).toBeUndefined();
		expect(countLimits([{ count: 20, squares: 20, n: 20 }], [10])).toBeUndefined();
		expect(countLimits([{ count: 3, squares: 9, n: 1 }], [10])).toBeUndefined();
	});

	it('refuses a group of nobody', () => {
		expect(() => countLimits([{ count: 3, squares: 5, n: 20 }], [0])).toThrow('size must be 1 or more: 0');
	});
});
