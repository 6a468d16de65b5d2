import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { mmrm, type Mmrm, type NotEstimable, type Pattern } from '#lib/statistics/mmrm.ts';
import { cohort } from './cohort.ts';
import { emStep } from './em-step.ts';
import fixture from './mmrm.json' with { type: 'json' };
import { patterns } from './patterns.ts';
import { relativeError } from './relative-error.ts';

type Wide = readonly (readonly (number | null)[])[];

function curve(fit: Mmrm | NotEstimable): Mmrm {
	if ('reason' in fit) throw new Error(`${fit.reason} at time ${fit.time}`);
	return fit;
}

function numbers({ means, standardErrors, observedStandardErrors, degreesOfFreedom, covariance, logLikelihood }: Mmrm): number[] {
	return [...means, ...standardErrors, ...observedStandardErrors, ...degreesOfFreedom, ...covariance.flat(), logLikelihood];
}

function mean(values: readonly number[]): number {
	return values.reduce((total, value) => total + value, 0) / values.length;
}

const gapped = patterns(fixture.cases.find(({ name }) => name === 'whole scores from 0 to 10')?.wide ?? []);

describe.each(fixture.cases)('mmrm of $name', ({ wide, means, standardErrors, covariance, logLikelihood, ...fromHessian }) => {
	const fit = curve(mmrm(patterns(wide), means.length));

	it('has the means of gls to 1e-6', () => {
		expect(relativeError(fit.means, means)).toBeLessThan(1e-6);
	});

	it('has the standard errors of gls to 1e-5', () => {
		expect(relativeError(fit.standardErrors, standardErrors)).toBeLessThan(1e-5);
	});

	it('has the observed standard errors of the numeric Hessian to 1e-7', () => {
		expect(relativeError(fit.observedStandardErrors, fromHessian.observedStandardErrors)).toBeLessThan(1e-7);
	});

	it('has the degrees of freedom of the numeric Hessian to 1e-6', () => {
		expect(relativeError(fit.degreesOfFreedom, fromHessian.degreesOfFreedom)).toBeLessThan(1e-6);
	});

	it('has the covariance of gls to 1e-5', () => {
		expect(relativeError(fit.covariance.flat(), covariance.flat())).toBeLessThan(1e-5);
	});

	it('has the log-likelihood of gls, or a higher one by no more than gls stops short', () => {
		expect(fit.logLikelihood - logLikelihood).toBeGreaterThan(-1e-8);
		expect(fit.logLikelihood - logLikelihood).toBeLessThan(1e-6);
	});

	it('converges', () => {
		expect(fit.converged).toBe(true);
	});
});

describe('mmrm', () => {
	it('is the plain mean and √(SD² / n) where nothing is missing at a single time', () => {
		const fit = curve(mmrm(patterns([[2], [4], [6], [8]]), 1));
		expect(fit.means[0]).toBeCloseTo(5, 12);
		expect(fit.standardErrors[0]).toBeCloseTo(Math.sqrt(20 / 3 / 4), 12);
		expect(fit.observedStandardErrors[0]).toBeCloseTo(Math.sqrt(20 / 3 / 4), 12);
		expect(fit.degreesOfFreedom[0]).toBeCloseTo(3, 12);
	});

	it('is the regression estimate where some leave after the first of two times', () => {
		const stayed = [{ x: 2, y: 1 }, { x: 4, y: 2 }, { x: 6, y: 5 }, { x: 8, y: 5 }, { x: 5, y: 3 }, { x: 7, y: 6 }];
		const left = [9, 10, 9];
		const meanX = mean(stayed.map(({ x }) => x));
		const meanY = mean(stayed.map(({ y }) => y));
		const slope = mean(stayed.map(({ x, y }) => (x - meanX) * (y - meanY))) / mean(stayed.map(({ x }) => (x - meanX) ** 2));
		const everyone = mean([...stayed.map(({ x }) => x), ...left]);
		const fit = curve(mmrm(patterns([...stayed.map(({ x, y }) => [x, y]), ...left.map((x) => [x, null])]), 2));
		expect(fit.means[1]).toBeCloseTo(meanY + slope * (everyone - meanX), 12);
	});

	it('starts at the maximum under monotone dropout', () => {
		const monotone = fixture.cases.find(({ name }) => name === 'monotone dropout over 5 sessions');
		expect(curve(mmrm(patterns(monotone?.wide ?? []), 5)).iterations).toBe(1);
	});

	it('is where a step of EM stays, of random gaps, dropout and correlations', () => {
		fc.assert(
			fc.property(fc.integer(), fc.integer({ min: 2, max: 6 }), fc.integer({ min: 60, max: 400 }), fc.double({ min: 0, max: 0.3, noNaN: true }), (seed, times, episodes, gaps) => {
				const found = patterns(cohort(seed, { episodes, times, gaps }));
				const fit = mmrm(found, times);
				fc.pre('means' in fit);
				const { means, covariance, converged } = curve(fit);
				const spread = covariance.map((row, time) => Math.sqrt(row[time] ?? NaN));
				const next = emStep(found, { means, covariance });
				expect(converged).toBe(true);
				expect(relativeError(next.means.map((value, i) => 1 + (value - (means[i] ?? NaN)) / (spread[i] ?? NaN)), means.map(() => 1))).toBeLessThan(1e-8);
				expect(relativeError(next.covariance.flat().map((value, i) => 1 + (value - (covariance.flat()[i] ?? NaN)) / (spread[Math.floor(i / times)] ?? NaN) / (spread[i % times] ?? NaN)), covariance.flat().map(() => 1))).toBeLessThan(1e-8);
			}),
			{ seed: 1, numRuns: 60 },
		);
	});

	it('is found from another start where the first leads to where there is no maximum', () => {
		const found = patterns(cohort(29, { episodes: 150, times: 8, gaps: 0.45 }));
		const fit = curve(mmrm(found, 8));
		expect(fit.converged).toBe(true);
		expect(relativeError(emStep(found, fit).means, fit.means)).toBeLessThan(1e-8);
	});

	it('does not depend on the order of the patterns', () => {
		const expected = numbers(curve(mmrm(gapped, 5)));
		fc.assert(
			fc.property(fc.shuffledSubarray(gapped, { minLength: gapped.length }), (shuffled) => {
				expect(relativeError(numbers(curve(mmrm(shuffled, 5))), expected)).toBeLessThan(1e-9);
			}),
			{ seed: 1, numRuns: 20 },
		);
	});

	it('does not depend on how a pattern is split', () => {
		const expected = numbers(curve(mmrm(gapped, 5)));
		const parts = (share: number) => ({ times, n, sums, crossProducts }: Pattern): Pattern => ({
			times,
			n: n * share,
			sums: sums.map((sum) => sum * share),
			crossProducts: crossProducts.map((row) => row.map((product) => product * share)),
		});
		fc.assert(
			fc.property(fc.double({ min: 0.1, max: 0.9, noNaN: true }), (share) => {
				const split = [...gapped.map(parts(share)), ...gapped.map(parts(1 - share))];
				expect(relativeError(numbers(curve(mmrm(split, 5))), expected)).toBeLessThan(1e-9);
			}),
			{ seed: 1, numRuns: 20 },
		);
	});

	it('moves with the scale of the scores', () => {
		const rescaled = gapped.map(({ times, n, sums, crossProducts }) => ({
			times,
			n,
			sums: sums.map((sum) => 10 * sum + 300 * n),
			crossProducts: crossProducts.map((row, a) =>
				row.map((product, b) => 100 * product + 3000 * ((sums[a] ?? NaN) + (sums[b] ?? NaN)) + 90_000 * n),
			),
		}));
		const plain = curve(mmrm(gapped, 5));
		const fit = curve(mmrm(rescaled, 5));
		expect(relativeError(fit.means, plain.means.map((mean) => 10 * mean + 300))).toBeLessThan(1e-9);
		expect(relativeError(fit.standardErrors, plain.standardErrors.map((se) => 10 * se))).toBeLessThan(1e-8);
		expect(relativeError(fit.observedStandardErrors, plain.observedStandardErrors.map((se) => 10 * se))).toBeLessThan(1e-8);
		expect(relativeError(fit.degreesOfFreedom, plain.degreesOfFreedom)).toBeLessThan(1e-8);
	});

	it('ignores patterns of no episodes and of no scores', () => {
		const extra = [...gapped, { times: [], n: 40, sums: [], crossProducts: [] }, { times: [1], n: 0, sums: [0], crossProducts: [[0]] }];
		expect(relativeError(numbers(curve(mmrm(extra, 5))), numbers(curve(mmrm(gapped, 5))))).toBeLessThan(1e-12);
	});

	it('leaves out the times past those asked for', () => {
		const wide = fixture.cases.find(({ name }) => name === 'whole scores from 0 to 10')?.wide ?? [];
		const cut = patterns(wide.map((row) => row.slice(0, 3)));
		expect(relativeError(numbers(curve(mmrm(gapped, 3))), numbers(curve(mmrm(cut, 3))))).toBeLessThan(1e-9);
	});

	it('reads the first time where nobody was scored as too few', () => {
		expect(mmrm([], 4)).toEqual({ reason: 'too few episodes', time: 0, needed: 3 });
		expect(mmrm(patterns([[3], [5], [4], [8]]), 2)).toEqual({ reason: 'too few episodes', time: 1, needed: 6 });
	});

	it('wants three episodes for each coefficient', () => {
		const six: Wide = [[1, 2], [2, 5], [3, 3], [4, 4], [5, 9], [7, 6]];
		expect(mmrm(patterns(six), 2)).toHaveProperty('means');
		expect(mmrm(patterns(six.slice(1)), 2)).toEqual({ reason: 'too few episodes', time: 1, needed: 6 });
	});

	it('wants them scored at both of two times, not at each alone', () => {
		const apart: Wide = [[1, null], [2, null], [3, null], [4, null], [5, 9], [null, 6], [null, 3], [null, 4], [null, 7], [null, 5]];
		expect(mmrm(patterns(apart), 2)).toEqual({ reason: 'too few episodes', time: 1, needed: 6 });
	});

	it('names the time at which all scores are equal', () => {
		const constant: Wide = [[1, 3.3], [2, 3.3], [3, 3.3], [4, 3.3], [5, 3.3], [7, 3.3]];
		expect(mmrm(patterns(constant), 2)).toEqual({ reason: 'scores do not vary', time: 1 });
	});

	it('names the time at which scores follow from earlier ones', () => {
		const doubled: Wide = [1, 2, 3, 4, 5, 6, 7, 9, 4, 1].map((score, i) => [score, i % 3, 2 * score + (i % 3)]);
		expect(mmrm(patterns(doubled), 3)).toEqual({ reason: 'scores follow from earlier ones', time: 2 });
	});

	it('names it where there are gaps too', () => {
		const doubled: Wide = [1, 2, 3, 4, 5, 6, 7, 9, 4, 1, 8, 2].map((score, i) => [i === 3 ? null : score, i % 3, 2 * score]);
		expect(mmrm(patterns(doubled), 3)).toEqual({ reason: 'scores follow from earlier ones', time: 2 });
	});

	it('refuses to be asked for no times', () => {
		expect(() => mmrm([], 0)).toThrow('times must be at least 1: 0');
	});
});
