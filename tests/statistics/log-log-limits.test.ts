import { describe, expect, it } from 'vitest';
import { logLogLimits } from '#lib/statistics/log-log-limits.ts';
import fixture from './log-log-limits.json' with { type: 'json' };
import { relativeError } from './relative-error.ts';

describe('logLogLimits', () => {
	it.each(fixture.cases)('equals survfit to 1e-8 for $estimate, standard error $se, level $level', ({ estimate, se, level, lower, upper }) => {
		const limits = logLogLimits(estimate, se, level);
		expect(relativeError([limits?.lower ?? NaN, limits?.upper ?? NaN], [lower, upper])).toBeLessThan(1e-8);
	});

	it.each([0, 1, NaN])('has no limits of an estimate of %s', (estimate) => expect(logLogLimits(estimate, 0)).toBeUndefined());
	it('is a point without a standard error', () => expect(logLogLimits(0.25, 0)).toEqual({ lower: 0.25, upper: 0.25 }));
});
