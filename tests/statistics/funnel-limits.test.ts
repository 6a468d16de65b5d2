import { describe, expect, it } from 'vitest';
import { arcsine, proportionAt } from '#lib/statistics/arcsine.ts';
import { funnelLimits } from '#lib/statistics/funnel-limits.ts';
import fixture from './funnel-limits.json' with { type: 'json' };
import { relativeError } from './relative-error.ts';

describe('funnelLimits', () => {
	it('equals the formula in R to 1e-10 for proportions, on the arcsine scale', () => {
		for (const { n, target, tau2, level, lower, upper } of fixture.proportions) {
			const limits = funnelLimits({ target: arcsine(target), se: 1 / (2 * Math.sqrt(n)), tau2 }, level);
			expect(relativeError([proportionAt(limits.lower), proportionAt(limits.upper)], [lower, upper])).toBeLessThan(1e-10);
		}
	});

	it('equals the formula in R to 1e-12 for means', () => {
		for (const { level, lower, upper, ...unit } of fixture.means) {
			const limits = funnelLimits(unit, level);
			expect(relativeError([limits.lower, limits.upper], [lower, upper])).toBeLessThan(1e-12);
		}
	});

	it('refuses negative errors', () => {
		expect(() => funnelLimits({ target: 0, se: -1, tau2: 0 }, 0.95)).toThrow('se must not be below 0: -1');
		expect(() => funnelLimits({ target: 0, se: 1, tau2: -1 }, 0.95)).toThrow('tau2 must not be below 0: -1');
	});
});
