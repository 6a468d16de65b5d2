import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { mmrm, type Mmrm } from '#lib/statistics/mmrm.ts';
import { restrictedMmrm } from '#lib/statistics/restricted-mmrm.ts';
import { cohort } from './cohort.ts';
import { patterns } from './patterns.ts';
import { relativeError } from './relative-error.ts';
import fixture from './restricted-mmrm.json' with { type: 'json' };

type Wide = readonly (readonly (number | null)[])[];

function curve(fit: Mmrm | Readonly<{ reason: string; time: number }>): Mmrm {
	if ('reason' in fit) throw new Error(`${fit.reason} at time ${fit.time}`);
	return fit;
}

function numbers({ means, standardErrors, observedStandardErrors, degreesOfFreedom, covariance, logLikelihood }: Mmrm): number[] {
	return [...means, ...standardErrors, ...observedStandardErrors, ...degreesOfFreedom, ...covariance.flat(), logLikelihood];
}

function wideOf(name: string): Wide {
	return fixture.cases.find((each) => each.name === name)?.wide ?? [];
}

describe.each(fixture.cases)('restrictedMmrm of $name', ({ wide, means, standardErrors, covariance, logLikelihood, climbed }) => {
	const fit = curve(restrictedMmrm(patterns(wide), means.length));

	it('has the means of gls to 1e-6', () => {
		expect(relativeError(fit.means, means)).toBeLessThan(1e-6);
	});

	it('has the standard errors and the covariance of gls to 1e-5', () => {
		expect(relativeError(fit.standardErrors, standardErrors)).toBeLessThan(1e-5);
		expect(relativeError(fit.covariance.flat(), covariance.flat())).toBeLessThan(1e-5);
	});

	it('has the restricted log-likelihood of gls, or a higher one by no more than gls stops short', () => {
		expect(fit.logLikelihood - logLikelihood).toBeGreaterThan(-1e-8);
		expect(fit.logLikelihood - logLikelihood).toBeLessThan(1e-6);
	});

	it('has what Newton’s method makes of the fit of gls to 1e-7', () => {
		expect(relativeError(fit.means, climbed.means)).toBeLessThan(1e-7);
		expect(relativeError(fit.standardErrors, climbed.standardErrors)).toBeLessThan(1e-7);
		expect(relativeError(fit.covariance.flat(), climbed.covariance.flat())).toBeLessThan(1e-7);
	});

	it('has the observed standard errors and degrees of freedom of the numeric Hessian to 1e-6', () => {
		expect(relativeError(fit.observedStandardErrors, climbed.observedStandardErrors)).toBeLessThan(1e-6);
		expect(relativeError(fit.degreesOfFreedom, climbed.degreesOfFreedom)).toBeLessThan(1e-6);
	});
});

describe('restrictedMmrm', () => {
	const gapped = wideOf('whole scores from 0 to 10');

	it('has the covariance with the divisor n − 1 where nothing is missing', () => {
		const wide = wideOf('nothing missing');
		const deviations = [0, 1, 2].map((time) => {
			const scores = wide.map((row) => row[time] ?? NaN);
			return scores.map((score) => score - scores.reduce((sum, value) => sum + value, 0) / scores.length);
		});
		const covariance = deviations.map((of) => deviations.map((other) => of.reduce((sum, value, i) => sum + value * (other[i] ?? NaN), 0) / (wide.length - 1)));
		const fit = curve(restrictedMmrm(patterns(wide), 3));
		expect(relativeError(fit.covariance.flat(), covariance.flat())).toBeLessThan(1e-12);
		expect(relativeError(fit.standardErrors, covariance.map((row, i) => Math.sqrt((row[i] ?? NaN) / wide.length)))).toBeLessThan(1e-12);
	});

	it('has the means and intervals of maximum likelihood under monotone dropout, where it starts', () => {
		const monotone = patterns(wideOf('monotone dropout over 4 sessions'));
		const [restricted, full] = [curve(restrictedMmrm(monotone, 4)), curve(mmrm(monotone, 4))];
		expect(restricted.iterations).toBe(1);
		expect(relativeError(restricted.means, full.means)).toBeLessThan(1e-12);
		expect(relativeError(restricted.observedStandardErrors, full.observedStandardErrors)).toBeLessThan(1e-10);
		expect(relativeError(restricted.degreesOfFreedom, full.degreesOfFreedom)).toBeLessThan(1e-10);
	});

	it('is found from another start where the first leads to where there is no maximum', () => {
		const found = patterns(cohort(29, { episodes: 150, times: 8, gaps: 0.45 }));
		const full = curve(mmrm(found, 8));
		curve(restrictedMmrm(found, 8)).means.forEach((mean, time) => expect(Math.abs(mean - (full.means[time] ?? NaN))).toBeLessThan((full.standardErrors[time] ?? NaN) / 2));
	});

	it('does not depend on the order of the patterns, nor on how they are split', () => {
		const expected = numbers(curve(restrictedMmrm(patterns(gapped), 4)));
		fc.assert(
			fc.property(fc.shuffledSubarray([...gapped], { minLength: gapped.length }), fc.integer({ min: 1, max: gapped.length - 1 }), (shuffled, cut) => {
				const parts = [...patterns(shuffled.slice(0, cut)), ...patterns(shuffled.slice(cut))];
				expect(relativeError(numbers(curve(restrictedMmrm(parts, 4))), expected)).toBeLessThan(1e-9);
			}),
			{ seed: 1, numRuns: 20 },
		);
	});

	it('moves with the scale of the scores', () => {
		const plain = curve(restrictedMmrm(patterns(gapped), 4));
		const scaled = curve(restrictedMmrm(patterns(gapped.map((row) => row.map((score) => (score === null ? null : 10 * score + 300)))), 4));
		expect(relativeError(scaled.means, plain.means.map((mean) => 10 * mean + 300))).toBeLessThan(1e-9);
		expect(relativeError(scaled.standardErrors, plain.standardErrors.map((se) => 10 * se))).toBeLessThan(1e-8);
	});

	it.each([
		{ what: 'nothing', wide: [], times: 2, why: { reason: 'too few episodes', time: 0, needed: 3 } },
		{ what: 'one episode', wide: [[3, 4]], times: 2, why: { reason: 'too few episodes', time: 0, needed: 3 } },
		{ what: 'nobody beyond the first session', wide: [[3], [5], [4]], times: 2, why: { reason: 'too few episodes', time: 1, needed: 6 } },
		{ what: 'scores that are all equal', wide: [[3.3], [3.3], [3.3]], times: 1, why: { reason: 'scores do not vary', time: 0 } },
		{ what: 'scores that repeat', wide: [[1, 1], [2, 2], [3, 3], [4, 4], [5, 5], [9, 9]], times: 2, why: { reason: 'scores follow from earlier ones', time: 1 } },
	])('says why there is no curve of $what', ({ wide, times, why }) => {
		expect(restrictedMmrm(patterns(wide), times)).toEqual(why);
	});

	it('gives finite numbers or a reason, of whatever scores', () => {
		const score = fc.option(fc.oneof(fc.integer({ min: 0, max: 10 }), fc.constant(3), fc.double({ min: -1e6, max: 1e6, noNaN: true })), { freq: 4 });
		const table = fc.integer({ min: 1, max: 4 }).chain((times) => fc.array(fc.array(score, { minLength: times, maxLength: times }), { minLength: 1, maxLength: 30 }));
		fc.assert(
			fc.property(table, (rows) => {
				const fit = restrictedMmrm(patterns(rows), rows[0]?.length ?? 1);
				expect('reason' in fit ? fit.time >= 0 : numbers(fit).every(Number.isFinite)).toBe(true);
			}),
			{ seed: 1, numRuns: 300 },
		);
	});
});
