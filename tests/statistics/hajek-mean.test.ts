import { describe, expect, it } from 'vitest';
import { hajekMean } from '#lib/statistics/hajek-mean.ts';
import { meanInterval } from '#lib/statistics/mean-interval.ts';
import fixture from './hajek-mean.json' with { type: 'json' };
import { relativeError } from './relative-error.ts';

describe('hajekMean', () => {
	it.each(fixture.cases)('equals a weighted lm with the robust variance of sandwich to 1e-9 for $n scores', ({ sums, mean, se, lower, upper, effectiveN }) => {
		const actual = hajekMean(sums);
		const values = [actual?.mean, actual?.se, actual?.lower, actual?.upper, actual?.effectiveN].map((value) => value ?? NaN);
		expect(relativeError(values, [mean, se, lower, upper, effectiveN])).toBeLessThan(1e-9);
	});

	it('gives the interval of the plain mean where all weights are equal', () => {
		const plain = meanInterval({ n: 3, mean: 5, sd: 2 });
		const weighted = hajekMean({ weights: 6, squares: 12, scores: 30, squareScores: 60, squareProducts: 4 * (9 + 49 + 25) });
		expect(relativeError([weighted?.lower ?? NaN, weighted?.upper ?? NaN], [plain?.lower ?? NaN, plain?.upper ?? NaN])).toBeLessThan(1e-9);
	});

	it('is undefined for one score and for none', () => {
		expect(hajekMean({ weights: 3, squares: 9, scores: 12, squareScores: 36, squareProducts: 144 })).toBeUndefined();
		expect(hajekMean({ weights: 0, squares: 0, scores: 0, squareScores: 0, squareProducts: 0 })).toBeUndefined();
	});
});
