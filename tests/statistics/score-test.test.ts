import { describe, expect, it } from 'vitest';
import { scoreTest } from '#lib/statistics/score-test.ts';
import { relativeError } from './relative-error.ts';
import fixture from './score-test.json' with { type: 'json' };

describe('scoreTest', () => {
	it.each(fixture.cases)('equals the quadratic form and pchisq to 1e-8 for $scores', ({ scores, covariance, statistic, p }) => {
		const test = scoreTest(scores, covariance);
		expect(relativeError('reason' in test ? [] : [test.statistic, test.df, test.p], [statistic, scores.length, p])).toBeLessThan(1e-8);
	});

	it('gives a reason where the covariance is singular', () => {
		expect(scoreTest([1, 1], [[1, 1], [1, 1]])).toEqual({ reason: 'the groups were never at risk of the event together' });
	});

	it('gives a reason without scores', () => expect(scoreTest([], [])).toEqual({ reason: 'there is only one group' }));
});
