import { describe, expect, it } from 'vitest';
import { winsorise } from '#lib/statistics/winsorise.ts';
import { relativeError } from './relative-error.ts';
import fixture from './winsorise.json' with { type: 'json' };

describe('winsorise', () => {
	it.each(fixture.cases)('equals quantile, pmin and pmax to 1e-12 for a share of $share', ({ x, share, winsorised }) => {
		expect(relativeError(winsorise(x, share), winsorised)).toBeLessThan(1e-12);
	});

	it('gives nothing for nothing, and one value for itself', () => {
		expect(winsorise([], 0.1)).toEqual([]);
		expect(winsorise([7], 0.1)).toEqual([7]);
	});

	it('refuses a share of half or more', () => {
		expect(() => winsorise([1, 2], 0.5)).toThrow('share must be 0 to below 0.5: 0.5');
	});
});
