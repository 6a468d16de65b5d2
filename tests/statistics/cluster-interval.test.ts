import { describe, expect, it } from 'vitest';
import { clopperPearsonInterval } from '#lib/statistics/clopper-pearson-interval.ts';
import { clusterInterval } from '#lib/statistics/cluster-interval.ts';
import { clusterProportionInterval } from '#lib/statistics/cluster-proportion-interval.ts';
import fixture from './cluster-interval.json' with { type: 'json' };
import { relativeError } from './relative-error.ts';

describe('clusterInterval', () => {
	it.each(fixture.cases.flatMap(({ mean, difference, t }) => [{ ...mean, t }, { ...difference, t }]))('equals the sandwich of a linear model to 1e-8 for $clusters clusters', ({ se, t, ...sums }) => {
		const interval = clusterInterval(sums);
		const actual = [interval?.se ?? NaN, interval?.lower ?? NaN, interval?.upper ?? NaN];
		expect(relativeError(actual, [se, sums.estimate - t * se, sums.estimate + t * se])).toBeLessThan(1e-8);
	});

	it('is undefined for one cluster, and a point where nothing varies', () => {
		expect(clusterInterval({ estimate: 2, squares: 0, clusters: 1 })).toBeUndefined();
		expect(clusterInterval({ estimate: 2, squares: 0, clusters: 9 })).toEqual({ estimate: 2, se: 0, lower: 2, upper: 2 });
	});
});

describe('clusterProportionInterval', () => {
	it.each(fixture.cases)('equals the exact interval of the effective size that the sandwich gives, to 1e-8', ({ proportion, lower, upper }) => {
		const interval = clusterProportionInterval(proportion);
		expect(relativeError([interval?.estimate ?? NaN, interval?.lower ?? NaN, interval?.upper ?? NaN], [proportion.count / proportion.n, lower, upper])).toBeLessThan(1e-8);
	});

	it('counts each cluster once where no outcome or every outcome is a yes', () => {
		expect(clusterProportionInterval({ count: 0, n: 90, clusters: 30, squares: 0 })).toEqual(clopperPearsonInterval(0, 30));
		expect(clusterProportionInterval({ count: 90, n: 90, clusters: 30, squares: 0 })).toEqual(clopperPearsonInterval(30, 30));
	});

	it('never counts more outcomes than there are', () => {
		expect(clusterProportionInterval({ count: 20, n: 40, clusters: 20, squares: 0 })).toEqual(clopperPearsonInterval(20, 40));
	});

	it('is undefined for no cluster and for one', () => {
		expect(clusterProportionInterval({ count: 0, n: 0, clusters: 0, squares: 0 })).toBeUndefined();
		expect(clusterProportionInterval({ count: 2, n: 5, clusters: 1, squares: 0 })).toBeUndefined();
	});
});
