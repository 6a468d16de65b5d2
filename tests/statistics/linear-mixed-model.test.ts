import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { linearMixedModel, type LinearMixedModel } from '#lib/statistics/linear-mixed-model.ts';
import type { Pattern } from '#lib/statistics/mmrm.ts';
import fixture from './linear-mixed-model.json' with { type: 'json' };
import { patterns } from './patterns.ts';
import { relativeError } from './relative-error.ts';

function fitted(all: readonly Pattern[], sessions: readonly number[]): LinearMixedModel {
	const fit = linearMixedModel(all, sessions);
	if ('reason' in fit) throw new Error(fit.reason);
	return fit;
}

function numbers({ means, levelVariance, slopeVariance, levelSlopeCovariance, residualVariance, logLikelihood }: LinearMixedModel): number[] {
	const ofMeans = means.flatMap(({ mean, se, df, lower, upper }) => [mean, se, df, lower, upper]);
	return [...ofMeans, levelVariance, slopeVariance, levelSlopeCovariance, residualVariance, logLikelihood];
}

function upTo(last: number): number[] {
	return Array.from({ length: last }, (_, i) => i + 1);
}

describe.each(fixture.cases)('linearMixedModel of $name', ({ wide, sessions, varying, singular, logLikelihood, ...r }) => {
	const fit = fitted(patterns(wide), sessions);

	it('has the means of lmer to 1e-8, and their standard errors to 1e-7', () => {
		expect(relativeError(fit.means.map(({ mean }) => mean), r.means)).toBeLessThan(1e-8);
		expect(relativeError(fit.means.map(({ se }) => se), r.standardErrors)).toBeLessThan(1e-7);
	});

	it('has the degrees of freedom of lmerTest to 1e-5', () => {
		expect(relativeError(fit.means.map(({ df }) => df), r.degreesOfFreedom)).toBeLessThan(1e-5);
	});

	it('has the intervals of emmeans to 1e-7', () => {
		expect(relativeError(fit.means.map(({ lower }) => lower), r.lower)).toBeLessThan(1e-7);
		expect(relativeError(fit.means.map(({ upper }) => upper), r.upper)).toBeLessThan(1e-7);
	});

	it('has the variances of lmer to 1e-6 of the largest', () => {
		const largest = Math.max(r.levelVariance, r.residualVariance);
		expect(Math.abs(fit.levelVariance - r.levelVariance) / largest).toBeLessThan(1e-6);
		expect(Math.abs(fit.slopeVariance - r.slopeVariance) / largest).toBeLessThan(1e-6);
		expect(Math.abs(fit.levelSlopeCovariance - r.levelSlopeCovariance) / largest).toBeLessThan(1e-6);
		expect(Math.abs(fit.residualVariance - r.residualVariance) / largest).toBeLessThan(1e-6);
	});

	it('has the restricted log-likelihood of lmer', () => {
		expect(fit.logLikelihood).toBeCloseTo(logLikelihood, 8);
	});

	it('says what varies between episodes, and whether the fit is singular', () => {
		expect(fit.varying).toBe(varying);
		expect(fit.singular).toBe(singular === 'yes');
	});
});

describe('linearMixedModel', () => {
	const wide = fixture.cases.find(({ name }) => name === 'gaps and dropout over 6 sessions')?.wide ?? [];

	it('is the plain mean where all episodes were scored at both of two sessions', () => {
		const { means } = fitted(patterns([[5, 4], [7, 6], [6, 3], [9, 8]]), [1, 2]);
		expect(means.map(({ mean }) => mean)).toEqual([expect.closeTo(6.75, 9), expect.closeTo(5.25, 9)]);
	});

	it('does not depend on the order of the patterns, nor on how they are split', () => {
		const expected = numbers(fitted(patterns(wide), upTo(6)));
		fc.assert(
			fc.property(fc.shuffledSubarray([...wide], { minLength: wide.length }), fc.integer({ min: 1, max: wide.length - 1 }), (shuffled, cut) => {
				const parts = [...patterns(shuffled.slice(0, cut)), ...patterns(shuffled.slice(cut))];
				expect(relativeError(numbers(fitted(parts, upTo(6))), expected)).toBeLessThan(1e-6);
			}),
			{ seed: 1, numRuns: 20 },
		);
	});

	it('moves with the scale of the scores, and not with that of the sessions', () => {
		const plain = fitted(patterns(wide), upTo(6)).means;
		const scaled = fitted(patterns(wide.map((row) => row.map((score) => (score === null ? null : 10 * score + 300)))), upTo(6).map((session) => 7 * session - 30)).means;
		expect(relativeError(scaled.map(({ mean }) => mean), plain.map(({ mean }) => 10 * mean + 300))).toBeLessThan(1e-8);
		expect(relativeError(scaled.map(({ se }) => se), plain.map(({ se }) => 10 * se))).toBeLessThan(1e-7);
		expect(relativeError(scaled.map(({ df }) => df), plain.map(({ df }) => df))).toBeLessThan(1e-5);
	});

	it('leaves out the scores past the sessions asked for', () => {
		const cut = fitted(patterns(wide.map((row) => row.slice(0, 4))), upTo(4));
		expect(relativeError(numbers(fitted(patterns(wide), upTo(4))), numbers(cut))).toBeLessThan(1e-6);
	});

	it.each([
		{ what: 'nothing', wide: [], sessions: [1, 2], reason: 'no scores' },
		{ what: 'no sessions', wide: [[3, 4]], sessions: [], reason: 'no scores' },
		{ what: 'one episode', wide: [[3, 4, 2]], sessions: [1, 2, 3], reason: 'fewer than two episodes were scored' },
		{ what: 'nobody beyond the first session', wide: [[3], [4], [6]], sessions: [1], reason: 'no episode was scored at two sessions' },
		{ what: 'nobody at two sessions', wide: [[3, null], [4, null], [null, 6]], sessions: [1, 2], reason: 'no episode was scored at two sessions' },
		{ what: 'a session without scores', wide: [[3, null, 2], [4, null, 1]], sessions: [1, 2, 5], reason: 'nobody was scored at session 2' },
		{ what: 'one episode scored twice', wide: [[3, 5], [4, null], [2, null]], sessions: [1, 2], reason: 'too few episodes were scored at two sessions' },
		{ what: 'scores that are all equal', wide: [[3.3, 3.3], [3.3, 3.3], [3.3, 3.3]], sessions: [1, 2], reason: 'scores do not vary' },
		{ what: 'episodes that change alike', wide: [[3, 2], [5, 4], [9, 8]], sessions: [1, 2], reason: 'the scores do not tell how far episodes stray from their own course' },
	])('says why there is no mean of $what', ({ wide: scores, sessions, reason }) => {
		expect(linearMixedModel(patterns(scores), sessions)).toEqual({ reason });
	});

	it('gives finite numbers or a reason, of whatever scores', () => {
		const score = fc.option(fc.oneof(fc.integer({ min: 0, max: 10 }), fc.constant(3), fc.double({ min: -1e6, max: 1e6, noNaN: true })), { freq: 3 });
		const table = fc.integer({ min: 1, max: 6 }).chain((times) => fc.array(fc.array(score, { minLength: times, maxLength: times }), { maxLength: 15 }));
		fc.assert(
			fc.property(table, (rows) => {
				const fit = linearMixedModel(patterns(rows), upTo(rows[0]?.length ?? 1));
				expect('reason' in fit ? fit.reason.length > 0 : numbers(fit).every(Number.isFinite)).toBe(true);
			}),
			{ seed: 1, numRuns: 300 },
		);
	});

	it('gives finite numbers or a reason, of sums that no scores have', () => {
		const value = fc.double({ min: -100, max: 100, noNaN: true });
		const pattern = fc.record({
			times: fc.constant([0, 1, 2]),
			n: fc.integer({ min: 0, max: 20 }),
			sums: fc.tuple(value, value, value),
			crossProducts: fc.tuple(fc.tuple(value, value, value), fc.tuple(value, value, value), fc.tuple(value, value, value)),
		});
		fc.assert(
			fc.property(fc.array(pattern, { maxLength: 4 }), (all) => {
				const fit = linearMixedModel(all, [1, 2, 3]);
				expect('reason' in fit ? fit.reason.length > 0 : numbers(fit).every(Number.isFinite)).toBe(true);
			}),
			{ seed: 1, numRuns: 200 },
		);
	});
});
