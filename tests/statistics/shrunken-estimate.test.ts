import { describe, expect, it } from 'vitest';
import { shrunkenEstimates } from '#lib/statistics/shrunken-estimate.ts';
import fixture from './shrunken-estimate.json' with { type: 'json' };
import { relativeError } from './relative-error.ts';

function found(units: Parameters<typeof shrunkenEstimates>[0], level?: number) {
	const estimates = shrunkenEstimates(units, level);
	if ('reason' in estimates) throw new Error(estimates.reason);
	return estimates;
}

describe('shrunkenEstimates', () => {
	it.each(fixture.cases)('equals the empirical Bayes fit of metafor and the intervals of Morris to 1e-6 at level $level', ({ level, units, mean, tau2, shrunken }) => {
		const actual = found(units, level);
		expect(relativeError([actual.mean, actual.tau2], [mean, tau2])).toBeLessThan(1e-6);
		const numbers = (all: typeof actual.units) => all.flatMap(({ estimate, lower, upper, shrinkage }) => [estimate, lower, upper, shrinkage]);
		expect(relativeError(numbers(actual.units), numbers(shrunken))).toBeLessThan(1e-6);
	});

	it('is the James–Stein estimator to 1e-8 where standard errors are equal', () => {
		const { y, se, tau2, estimate } = fixture.equal;
		const actual = found(y.map((each) => ({ estimate: each, se })));
		expect(relativeError([actual.tau2, ...actual.units.map((unit) => unit.estimate)], [tau2, ...estimate])).toBeLessThan(1e-8);
	});

	it('keeps an interval where all units are alike', () => {
		const actual = found(Array.from({ length: 5 }, () => ({ estimate: 2, se: 0.5 })));
		expect(actual.tau2).toBe(0);
		for (const { estimate, lower, upper } of actual.units) expect([estimate, lower < 2, upper > 2]).toEqual([2, true, true]);
	});

	it('says why there are none', () => {
		const units = [1, 2, 3].map((estimate) => ({ estimate, se: 1 }));
		expect(shrunkenEstimates(units)).toEqual({ reason: 'there are fewer than four groups' });
		expect(shrunkenEstimates([...units, { estimate: 4, se: 0 }])).toEqual({ reason: 'the chance variation of a group is unknown' });
	});
});
