import { describe, expect, it } from 'vitest';
import { acceptabilityCurve } from '#lib/statistics/acceptability-curve.ts';
import { costEffectivenessPlane } from '#lib/statistics/cost-effectiveness-plane.ts';
import fixture from './acceptability-curve.json' with { type: 'json' };
import { relativeError } from './relative-error.ts';

const certain = { cost: 100, effect: 0.5, costVariance: 0, effectVariance: 0, covariance: 0 };

describe('acceptabilityCurve', () => {
	it.each(fixture.cases)('equals pnorm of the net benefit to 1e-8 for a cost of $cost', ({ willingness, chance, ...moments }) => {
		const curve = acceptabilityCurve(moments, willingness);
		expect(relativeError(curve.map((point) => point.chance), chance)).toBeLessThan(1e-8);
	});

	it('is a step where nothing varies', () => {
		expect(acceptabilityCurve(certain, [100, 200, 300]).map(({ chance }) => chance)).toEqual([0, 0.5, 1]);
	});
});

describe('costEffectivenessPlane', () => {
	it.each(fixture.cases)('equals the Cholesky factor times normal draws to 1e-8 for a cost of $cost', ({ uniforms, costs, effects, ...moments }) => {
		let next = 0;
		const points = costEffectivenessPlane(moments, costs.length, () => uniforms[next++] ?? NaN);
		expect(relativeError(points.map(({ cost }) => cost), costs)).toBeLessThan(1e-8);
		expect(relativeError(points.map(({ effect }) => effect), effects)).toBeLessThan(1e-8);
	});

	it('is one point where nothing varies', () => {
		expect(costEffectivenessPlane(certain, 2, () => 0.3)).toEqual([{ cost: 100, effect: 0.5 }, { cost: 100, effect: 0.5 }]);
	});
});
