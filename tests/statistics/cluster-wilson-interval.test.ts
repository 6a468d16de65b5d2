import { describe, expect, it } from 'vitest';
import { clusterWilsonInterval } from '#lib/statistics/cluster-wilson-interval.ts';
import { wilsonInterval } from '#lib/statistics/wilson-interval.ts';
import fixture from './cluster-wilson-interval.json' with { type: 'json' };
import { relativeError } from './relative-error.ts';

const none = { both: 0, one: 0, neither: 0 };

describe('clusterWilsonInterval', () => {
	it.each(fixture.cases)('equals prop.test of the effective size to 1e-8 ($count of $n, level $level)', ({ count, n, pairs, level, lower, upper }) => {
		const interval = clusterWilsonInterval(count, n, pairs, level);
		expect(interval?.estimate).toBe(count / n);
		expect(relativeError([interval?.lower ?? NaN, interval?.upper ?? NaN], [lower, upper])).toBeLessThan(1e-8);
	});

	it('is Wilson’s where each cluster has one outcome', () => {
		expect(clusterWilsonInterval(7, 30, none)).toEqual(wilsonInterval(7, 30));
		expect(clusterWilsonInterval(0, 30, none)).toEqual(wilsonInterval(0, 30));
	});

	it('never counts more outcomes than there are', () => expect(clusterWilsonInterval(10, 20, { both: 0, one: 10, neither: 0 })).toEqual(wilsonInterval(10, 20)));

	it('takes outcomes of a cluster for one where all are the same', () => expect(clusterWilsonInterval(20, 20, { ...none, both: 10 })).toEqual(wilsonInterval(10, 10)));

	it('is undefined for nobody', () => expect(clusterWilsonInterval(0, 0, none)).toBeUndefined());
});
