import { describe, expect, it } from 'vitest';
import { squarem } from '#lib/statistics/squarem.ts';

const control = { tolerance: 1e-12, maxSteps: 1000 };

// converges to (1, −2) by factors of 0.95 and 0.6 a step
function slow(point: Float64Array) {
	const [x = NaN, y = NaN] = point;
	return { next: Float64Array.of(1 + 0.95 * (x - 1), -2 + 0.6 * (y + 2)), objective: -((x - 1) ** 2) - (y + 2) ** 2 };
}

describe('squarem', () => {
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
