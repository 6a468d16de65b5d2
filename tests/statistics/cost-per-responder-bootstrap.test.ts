import { describe, expect, it } from 'vitest';
import { costPerResponderBootstrap } from '#lib/statistics/cost-per-responder-bootstrap.ts';
import { seededUniform } from '#lib/statistics/seeded-uniform.ts';
import fixture from './cost-per-responder-bootstrap.json' with { type: 'json' };
import { relativeError } from './relative-error.ts';

const some = { n: 40, mean: 300, sd: 90 };
const none = { n: 0, mean: 0, sd: 0 };

describe('costPerResponderBootstrap', () => {
	it.each(fixture.cases)('equals qbinom, qnorm and quantile on the same numbers to 1e-8 for $responders.n responders', ({ responders, others, uniforms, estimate, lower, upper }) => {
		let next = 0;
		const interval = costPerResponderBootstrap(responders, others, { replicates: uniforms.length / 3, uniform: () => uniforms[next++] ?? NaN });
		expect(relativeError([interval?.estimate ?? NaN, interval?.lower ?? NaN, interval?.upper ?? NaN], [estimate, lower, upper])).toBeLessThan(1e-8);
	});

	it('gives the same interval for the same seed', () => {
		const interval = () => costPerResponderBootstrap(some, some, { replicates: 500, uniform: seededUniform(1) });
		expect(interval()).toEqual(interval());
	});

	it('is the mean cost where everyone responded', () => {
		expect(costPerResponderBootstrap({ ...some, sd: 0 }, none, { replicates: 50, uniform: seededUniform(1) })).toEqual({ estimate: 300, lower: 300, upper: 300 });
	});

	it('is undefined where nobody responded, and where a replicate in forty has no responder', () => {
		expect(costPerResponderBootstrap(none, some, { replicates: 50, uniform: seededUniform(1) })).toBeUndefined();
		expect(costPerResponderBootstrap({ ...some, n: 1 }, some, { replicates: 500, uniform: seededUniform(1) })).toBeUndefined();
	});
});

describe('seededUniform', () => {
	it('gives the numbers of the reference', () => {
		const uniform = seededUniform(1);
		expect([uniform(), uniform()]).toEqual([expect.closeTo(0.6270739405881613, 9), expect.closeTo(0.002735721180215478, 9)]);
	});

	it('is even between 0 and 1', () => {
		const uniform = seededUniform(7);
		const numbers = Array.from({ length: 20_000 }, uniform);
		expect(numbers.reduce((sum, each) => sum + each, 0) / numbers.length).toBeCloseTo(0.5, 2);
		expect(Math.min(...numbers)).toBeGreaterThan(0);
	});
});
