import { describe, expect, it } from 'vitest';
import { squarem } from '#lib/statistics/squarem.ts';
import fixture from './squarem.json' with { type: 'json' };
import { relativeError } from './relative-error.ts';

const control = { tolerance: 1e-12, maxSteps: 1000 };

// converges to (1, −2) by factors of 0.95 and 0.6 a step
function slow(point: Float64Array) {
	const [x = NaN, y = NaN] = point;
	return { next: Float64Array.of(1 + 0.95 * (x - 1), -2 + 0.6 * (y + 2)), objective: -((x - 1) ** 2) - (y + 2) ** 2 };
}

/** EM for two Poisson distributions, `days` by the number of deaths; the objective is the log-likelihood without its constant. */
function twoPoissons([share = NaN, first = NaN, second = NaN]: Float64Array) {
	const rows = fixture.days.map((days, deaths) => {
		const [one, other] = [share * Math.exp(-first) * first ** deaths, (1 - share) * Math.exp(-second) * second ** deaths];
		return { days, deaths, one: one / (one + other), density: one + other };
	});
	const sum = (of: (row: (typeof rows)[number]) => number) => rows.reduce((total, row) => total + row.days * of(row), 0);
	const [ones, others] = [sum(({ one }) => one), sum(({ one }) => 1 - one)];
	const next = Float64Array.of(ones / (ones + others), sum(({ deaths, one }) => deaths * one) / ones, sum(({ deaths, one }) => deaths * (1 - one)) / others);
	return { next, objective: sum(({ density }) => Math.log(density)) };
}

describe('squarem', () => {
	it('finds where plain EM ends in R, to 1e-8, in a tenth of its 4637 steps', () => {
		const { point, steps, converged } = squarem(twoPoissons, Float64Array.from(fixture.start), control);
		expect(relativeError([...point], fixture.fixedPoint)).toBeLessThan(1e-8);
		expect([converged, steps < 500]).toEqual([true, true]);
	});

	it('finds the fixed point in far fewer steps than the map alone, which needs 530', () => {
		const { point, steps, converged } = squarem(slow, Float64Array.of(9, 9), control);
		expect(point[0]).toBeCloseTo(1, 10);
		expect(point[1]).toBeCloseTo(-2, 10);
		expect(steps).toBeLessThan(60);
		expect(converged).toBe(true);
	});

	it('needs one step from the fixed point itself', () => {
		expect(squarem(slow, Float64Array.of(1, -2), control)).toMatchObject({ steps: 1, converged: true });
	});

	it('says so when the steps run out', () => {
		expect(squarem(slow, Float64Array.of(9, 9), { ...control, maxSteps: 3 })).toMatchObject({ steps: 3, converged: false });
	});

	it('gives up an extrapolation whose objective is not a number', () => {
		const step = (point: Float64Array) => {
			const { next, objective } = slow(point);
			return { next, objective: (point[0] ?? NaN) < 1 ? NaN : objective };
		};
		expect(squarem(step, Float64Array.of(9, 9), control).point[0]).toBeCloseTo(1, 8);
	});
});
