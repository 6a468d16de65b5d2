import { describe, expect, it } from 'vitest';
import { dampedNewton } from '#lib/statistics/damped-newton.ts';
import fixture from './damped-newton.json' with { type: 'json' };
import { relativeError } from './relative-error.ts';

const settings = { tolerance: 1e-12, maxSteps: 100 };

function valley([x = 0, y = 0]: Float64Array) {
	const bend = y - x * x;
	return { value: 100 * bend ** 2 + (1 - x) ** 2, gradient: Float64Array.of(-400 * x * bend - 2 * (1 - x), 200 * bend) };
}

/** Minima at −1 and 1, and a maximum at 0 between them. */
function twoWells([x = 0]: Float64Array) {
	return { value: (x * x - 1) ** 2, gradient: Float64Array.of(4 * x * (x * x - 1)) };
}

/** Minus the log-likelihood of a logistic regression on one covariate. */
function logistic([constant = NaN, slope = NaN]: Float64Array) {
	const rows = fixture.logistic.x.map((x, i) => ({ x, y: fixture.logistic.y[i] ?? NaN, logit: constant + slope * x }));
	const sum = (of: (row: (typeof rows)[number]) => number) => rows.reduce((total, row) => total + of(row), 0);
	const residual = ({ y, logit }: (typeof rows)[number]) => 1 / (1 + Math.exp(-logit)) - y;
	return { value: sum(({ y, logit }) => Math.log1p(Math.exp(logit)) - y * logit), gradient: Float64Array.of(sum(residual), sum((row) => row.x * residual(row))) };
}

describe('dampedNewton', () => {
	it('finds the minimum of glm, and its second derivatives, to 1e-5', () => {
		const { point, value, hessian } = dampedNewton(logistic, Float64Array.of(2, -3), settings);
		const expected = fixture.logistic;
		expect(relativeError([...point, value], [...expected.point, expected.value])).toBeLessThan(1e-5);
		expect(relativeError([...hessian], expected.hessian.flat())).toBeLessThan(1e-5);
	});

	it('finds the end of a curved valley where optim does, with the same second derivatives, to 1e-5', () => {
		const { point, hessian } = dampedNewton(valley, Float64Array.of(-1.2, 1), settings);
		expect(relativeError([...point, ...hessian], [...fixture.valley.point, ...fixture.valley.hessian.flat()])).toBeLessThan(1e-5);
	});

	it('follows a curved valley to its lowest point', () => {
		const { point, value, converged } = dampedNewton(valley, Float64Array.of(-1.2, 1), settings);
		expect(converged).toBe(true);
		expect(value).toBeLessThan(1e-11);
		expect([...point]).toEqual([expect.closeTo(1, 6), expect.closeTo(1, 6)]);
	});

	it('has the second derivatives at the minimum', () => {
		const { hessian } = dampedNewton(valley, Float64Array.of(0.9, 0.8), settings);
		[802, -400, -400, 200].forEach((value, i) => expect((hessian[i] ?? NaN) / value).toBeCloseTo(1, 5));
	});

	it('leaves a maximum that it starts beside', () => {
		const { point, converged } = dampedNewton(twoWells, Float64Array.of(0.01), settings);
		expect(converged).toBe(true);
		expect(point[0]).toBeCloseTo(1, 9);
	});

	it('finds a minimum along which the function is flat', () => {
		const round = ([x = 0, y = 0]: Float64Array) => {
			const beyond = x * x + y * y - 1;
			return { value: beyond ** 2, gradient: Float64Array.of(4 * x * beyond, 4 * y * beyond) };
		};
		const { point, converged } = dampedNewton(round, Float64Array.of(1, 0.5), settings);
		expect(converged).toBe(true);
		expect(Math.hypot(...point)).toBeCloseTo(1, 6);
	});

	it('does not say that it converged where there is no minimum', () => {
		const falling = ([x = 0]: Float64Array) => ({ value: -x, gradient: Float64Array.of(-1) });
		expect(dampedNewton(falling, Float64Array.of(0), settings).converged).toBe(false);
	});

	it('does not say that it converged where the function is not a number', () => {
		const nowhere = () => ({ value: NaN, gradient: Float64Array.of(NaN) });
		expect(dampedNewton(nowhere, Float64Array.of(0), settings).converged).toBe(false);
	});
});
