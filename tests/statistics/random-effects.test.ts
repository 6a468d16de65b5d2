import { describe, expect, it } from 'vitest';
import { randomEffects } from '#lib/statistics/random-effects.ts';
import fixture from './random-effects.json' with { type: 'json' };
import { relativeError } from './relative-error.ts';

describe('randomEffects', () => {
	it.each(fixture.cases)('equals rma with REML and Knapp–Hartung to 1e-6: $name', ({ yi, se, expected, tau2, i2, q }) => {
		const pooled = randomEffects(yi.map((estimate, i) => ({ estimate, se: se[i] ?? NaN })));
		if ('reason' in pooled) throw new Error(pooled.reason);
		expect(relativeError([pooled.estimate, pooled.se, pooled.lower, pooled.upper], expected)).toBeLessThan(1e-6);
		expect(relativeError([pooled.tau2, pooled.i2, pooled.q], [tau2, i2, q])).toBeLessThan(1e-6);
	});

	it('gives a reason below two estimates', () => {
		expect(randomEffects([{ estimate: 1, se: 0.2 }])).toEqual({ reason: 'there are fewer than two estimates to pool' });
	});

	it('gives a reason for an estimate without a standard error', () => {
		expect(randomEffects([{ estimate: 1, se: 0 }, { estimate: 2, se: 1 }])).toEqual({ reason: 'an estimate has no standard error' });
	});

	it('finds no variance between equal estimates', () => {
		expect(randomEffects([{ estimate: 1, se: 0.2 }, { estimate: 1, se: 0.2 }])).toMatchObject({ estimate: 1, tau2: 0, i2: 0, se: expect.closeTo(0.2 / Math.SQRT2, 12) });
	});
});
