import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { mmrm, type Mmrm, type NotEstimable, type Pattern } from '#lib/statistics/mmrm.ts';
import fixture from './mmrm.json' with { type: 'json' };
import { patterns } from './patterns.ts';
import { relativeError } from './relative-error.ts';

type Wide = readonly (readonly (number | null)[])[];

const stayed = [{ x: 2, y: 1 }, { x: 4, y: 2 }, { x: 6, y: 5 }, { x: 8, y: 5 }, { x: 5, y: 3 }, { x: 7, y: 6 }, { x: 3, y: 3 }];
const left = [9, 10, 9, 1];

function curve(fit: Mmrm | NotEstimable): Mmrm {
	if ('reason' in fit) throw new Error(`${fit.reason} at time ${fit.time}`);
	return fit;
}

function wideOf(both: typeof stayed, first: readonly number[]): Wide {
	return [...both.map(({ x, y }) => [x, y]), ...first.map((x) => [x, null])];
}

function mean(values: readonly number[]): number {
	return values.reduce((total, value) => total + value, 0) / values.length;
}

function squares(values: readonly number[]): number {
	return values.reduce((total, value) => total + (value - mean(values)) ** 2, 0);
}

/** What the means at both of two times owe to the regression on nothing and to that on the first time, by the textbook formulas. */
function byHand(both: typeof stayed, first: readonly number[]) {
	const x = both.map((each) => each.x);
	const y = both.map((each) => each.y);
	const everyone = [...x, ...first];
	const slope = mean(both.map((each) => (each.x - mean(x)) * (each.y - mean(y)))) / (squares(x) / x.length);
	const residual = (squares(y) - slope ** 2 * squares(x)) / (y.length - 2);
	const before = squares(everyone) / (everyone.length - 1) / everyone.length;
	const after = residual * (1 / x.length + (mean(everyone) - mean(x)) ** 2 / squares(x));
	return { before: slope ** 2 * before, after, degreesBefore: everyone.length - 1, degreesAfter: x.length - 2 };
}

/** So many more episodes of the same kind that divisors no longer matter. */
function multiplied(all: readonly Pattern[]): Pattern[] {
	const times = (value: number) => 1e8 * value;
	return all.map((pattern) => ({
		times: pattern.times,
		n: times(pattern.n),
		sums: pattern.sums.map(times),
		crossProducts: pattern.crossProducts.map((row) => row.map(times)),
	}));
}

describe('observed standard errors', () => {
	it.each([{ name: 'some leave after the first of two times', gone: left }, { name: 'nothing is missing', gone: [] }])('add up what two regressions contribute where $name', ({ gone }) => {
		const { before, after } = byHand(stayed, gone);
		expect(curve(mmrm(patterns(wideOf(stayed, gone)), 2)).observedStandardErrors[1]).toBeCloseTo(Math.sqrt(before + after), 12);
	});

	it('have the degrees of freedom that Satterthwaite gives the sum', () => {
		const { before, after, degreesBefore, degreesAfter } = byHand(stayed, left);
		const expected = (before + after) ** 2 / (before ** 2 / degreesBefore + after ** 2 / degreesAfter);
		expect(curve(mmrm(patterns(wideOf(stayed, left)), 2)).degreesOfFreedom[1]).toBeCloseTo(expected, 9);
	});

	it('are SD / √n of many episodes where nothing is missing', () => {
		const complete = fixture.cases[0]?.wide.filter((row) => !row.includes(null)) ?? [];
		const { observedStandardErrors, covariance } = curve(mmrm(multiplied(patterns(complete)), 5));
		const plain = covariance.map((row, time) => Math.sqrt((row[time] ?? NaN) / (1e8 * complete.length)));
		expect(relativeError(observedStandardErrors, plain)).toBeLessThan(1e-8);
	});

	it('are the same for monotone dropout, in closed form, as for its mirror image, which has to be sought', () => {
		const monotone = fixture.cases.find(({ name }) => name === 'monotone dropout over 5 sessions')?.wide ?? [];
		const forwards = curve(mmrm(multiplied(patterns(monotone)), 5));
		const backwards = curve(mmrm(multiplied(patterns(monotone.map((row) => row.toReversed()))), 5));
		expect(backwards.iterations).toBeGreaterThan(forwards.iterations);
		expect(relativeError(backwards.observedStandardErrors.toReversed(), forwards.observedStandardErrors)).toBeLessThan(1e-7);
	});

	it('are never below those that take the covariance as known', () => {
		const score = fc.option(fc.integer({ min: 0, max: 10 }), { freq: 4 });
		const table = fc.array(fc.tuple(score, score, score, score), { minLength: 25, maxLength: 60 });
		fc.assert(
			fc.property(table, (wide) => {
				const fit = mmrm(multiplied(patterns(wide)), 4);
				fc.pre('means' in fit && fit.converged);
				const { observedStandardErrors, standardErrors } = curve(fit);
				observedStandardErrors.forEach((se, time) => expect(se / (standardErrors[time] ?? NaN)).toBeGreaterThan(1 - 1e-7));
			}),
			{ seed: 1, numRuns: 100 },
		);
	});
});
