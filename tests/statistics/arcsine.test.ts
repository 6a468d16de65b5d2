import { describe, expect, it } from 'vitest';
import { arcsine, proportionAt } from '#lib/statistics/arcsine.ts';
import fixture from './arcsine.json' with { type: 'json' };
import { relativeError } from './relative-error.ts';

describe('arcsine', () => {
	it.each(fixture.cases)('equals asin(sqrt(p)) to 1e-12 at $proportion, and comes back', ({ proportion, angle }) => {
		expect(relativeError([arcsine(proportion), proportionAt(angle)], [angle, proportion])).toBeLessThan(1e-12);
	});

	it('keeps proportions within 0 and 1 beyond its ends', () => {
		expect(proportionAt(-0.2)).toBe(0);
		expect(proportionAt(2)).toBe(1);
	});

	it('refuses what is not a proportion', () => {
		expect(() => arcsine(1.1)).toThrow('proportion must be 0 to 1: 1.1');
	});
});
