import { describe, expect, it } from 'vitest';
import { intraclassCorrelation } from '#lib/statistics/intraclass-correlation.ts';
import fixture from './intraclass-correlation.json' with { type: 'json' };
import { relativeError } from './relative-error.ts';

function numbers(found: ReturnType<typeof intraclassCorrelation>): number[] {
	return 'reason' in found ? [] : [found.estimate, found.lower, found.upper];
}

describe('intraclassCorrelation', () => {
	it.each(fixture.cases)('equals aov and qf to 1e-8, with unequal clusters and yes-or-no values too', ({ clusters, level, estimate, lower, upper }) => {
		expect(relativeError(numbers(intraclassCorrelation(clusters, level)), [estimate, lower, upper])).toBeLessThan(1e-8);
	});

	it('equals the restricted maximum likelihood of lme4 to 1e-4 for equal clusters', () => {
		const [estimate] = numbers(intraclassCorrelation(fixture.equal.clusters));
		expect(relativeError([estimate ?? NaN], [fixture.equal.reml])).toBeLessThan(1e-4);
	});

	it('allows for several values of a patient: the formula in R to 1e-8, and within a hundredth of nested effects', () => {
		const { clusters, designEffect, estimate, lower, upper, nested } = fixture.repeated;
		const found = numbers(intraclassCorrelation(clusters, 0.95, designEffect));
		expect(relativeError(found, [estimate, lower, upper])).toBeLessThan(1e-8);
		expect(Math.abs((found[0] ?? NaN) / nested - 1)).toBeLessThan(0.01);
		expect(numbers(intraclassCorrelation(clusters))[0]).toBeGreaterThan(estimate);
	});

	it('leaves out clusters without values', () => {
		const { clusters } = fixture.equal;
		expect(intraclassCorrelation([...clusters, { n: 0, sum: 0, sumSquares: 0 }])).toEqual(intraclassCorrelation(clusters));
	});

	it('is 1 where all differences lie between clusters', () => {
		expect(intraclassCorrelation([{ n: 2, sum: 2, sumSquares: 2 }, { n: 2, sum: 6, sumSquares: 18 }])).toEqual({ estimate: 1, lower: 1, upper: 1 });
	});

	it('says why there is none', () => {
		expect(intraclassCorrelation([])).toEqual({ reason: 'there are fewer than two groups' });
		expect(intraclassCorrelation([{ n: 9, sum: 3, sumSquares: 3 }])).toEqual({ reason: 'there are fewer than two groups' });
		expect(intraclassCorrelation([{ n: 1, sum: 3, sumSquares: 9 }, { n: 1, sum: 2, sumSquares: 4 }])).toEqual({ reason: 'no group has more than one value' });
		expect(intraclassCorrelation([{ n: 2, sum: 4, sumSquares: 8 }, { n: 3, sum: 6, sumSquares: 12 }])).toEqual({ reason: 'all values are the same' });
	});
});
