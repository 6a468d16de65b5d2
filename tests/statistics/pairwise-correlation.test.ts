import { describe, expect, it } from 'vitest';
import { pairwiseCorrelation } from '#lib/statistics/pairwise-correlation.ts';
import fixture from './pairwise-correlation.json' with { type: 'json' };
import { relativeError } from './relative-error.ts';

describe('pairwiseCorrelation', () => {
	it('equals the formula in R to 1e-8', () => {
		expect(relativeError(fixture.cases.map(pairwiseCorrelation), fixture.cases.map(({ correlation }) => correlation))).toBeLessThan(1e-8);
	});

	it('is the mean product of two values of a cluster over the variance', () => expect(pairwiseCorrelation({ products: 6, pairs: 4, variance: 3 })).toBe(0.5));

	it('is drawn into 0 to 1', () => {
		expect(pairwiseCorrelation({ products: -6, pairs: 4, variance: 3 })).toBe(0);
		expect(pairwiseCorrelation({ products: 60, pairs: 4, variance: 3 })).toBe(1);
	});

	it('is 0 without pairs or variance', () => {
		expect(pairwiseCorrelation({ products: 0, pairs: 0, variance: 3 })).toBe(0);
		expect(pairwiseCorrelation({ products: 0, pairs: 4, variance: 0 })).toBe(0);
		expect(pairwiseCorrelation({ products: 0, pairs: 4, variance: NaN })).toBe(0);
	});
});
