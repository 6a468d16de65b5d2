import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { mmrm, type Mmrm } from '#lib/statistics/mmrm.ts';
import { mmrmBothWays, type MmrmBothWays } from '#lib/statistics/mmrm-both-ways.ts';
import { restrictedMmrm } from '#lib/statistics/restricted-mmrm.ts';
import { cohort } from './cohort.ts';
import { patterns } from './patterns.ts';
import { relativeError } from './relative-error.ts';
import fixture from './restricted-mmrm.json' with { type: 'json' };

function curve(fit: Mmrm | Readonly<{ reason: string }>): Mmrm {
	if ('reason' in fit) throw new Error(fit.reason);
	return fit;
}

function both(fits: MmrmBothWays | Readonly<{ reason: string }>): MmrmBothWays {
	if ('reason' in fits) throw new Error(fits.reason);
	return fits;
}

function numbers({ means, standardErrors, observedStandardErrors, degreesOfFreedom, covariance, logLikelihood }: Mmrm): number[] {
	return [...means, ...standardErrors, ...observedStandardErrors, ...degreesOfFreedom, ...covariance.flat(), logLikelihood];
}

describe.each(fixture.cases)('mmrmBothWays of $name', ({ wide, means, standardErrors, covariance, climbed }) => {
	const { restricted } = both(mmrmBothWays(patterns(wide), means.length));
	const fit = curve(restricted);

	it('has the restricted means of gls to 1e-6, and its standard errors and covariance to 1e-5', () => {
		expect(relativeError(fit.means, means)).toBeLessThan(1e-6);
		expect(relativeError(fit.standardErrors, standardErrors)).toBeLessThan(1e-5);
		expect(relativeError(fit.covariance.flat(), covariance.flat())).toBeLessThan(1e-5);
	});

	it('has what Newton’s method makes of the fit of gls to 1e-7', () => {
		expect(relativeError([...fit.means, ...fit.standardErrors, ...fit.covariance.flat()], [...climbed.means, ...climbed.standardErrors, ...climbed.covariance.flat()])).toBeLessThan(1e-7);
		expect(relativeError([...fit.observedStandardErrors, ...fit.degreesOfFreedom], [...climbed.observedStandardErrors, ...climbed.degreesOfFreedom])).toBeLessThan(1e-6);
	});
});

describe('mmrmBothWays', () => {
	it('is mmrm and restrictedMmrm, of random gaps, dropout and correlations', () => {
		fc.assert(
			fc.property(fc.integer(), fc.integer({ min: 2, max: 7 }), fc.integer({ min: 60, max: 400 }), fc.double({ min: 0, max: 0.3, noNaN: true }), (seed, times, episodes, gaps) => {
				const found = patterns(cohort(seed, { episodes, times, gaps }));
				const fits = mmrmBothWays(found, times);
				fc.pre('full' in fits);
				const { full, restricted } = both(fits);
				expect(numbers(full)).toEqual(numbers(curve(mmrm(found, times))));
				expect(relativeError(numbers(curve(restricted)), numbers(curve(restrictedMmrm(found, times))))).toBeLessThan(1e-6);
			}),
			{ seed: 1, numRuns: 60 },
		);
	});

	it('finds the restricted maximum at once under monotone dropout', () => {
		const monotone = patterns(fixture.cases.find(({ name }) => name === 'monotone dropout over 4 sessions')?.wide ?? []);
		expect(curve(both(mmrmBothWays(monotone, 4)).restricted).iterations).toBe(1);
	});

	it('says why there is no curve', () => {
		expect(mmrmBothWays([], 4)).toEqual({ reason: 'too few episodes', time: 0, needed: 3 });
		expect(mmrmBothWays(patterns([[1, 1], [2, 2], [3, 3], [4, 4], [5, 5], [9, 9]]), 2)).toEqual({ reason: 'scores follow from earlier ones', time: 1 });
	});
});
