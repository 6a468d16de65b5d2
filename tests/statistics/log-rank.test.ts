import { describe, expect, it } from 'vitest';
import { logRank } from '#lib/statistics/log-rank.ts';
import fixture from './log-rank.json' with { type: 'json' };
import { relativeError } from './relative-error.ts';

describe('logRank', () => {
	it.each(fixture.cases)('equals survdiff to 1e-8 ($name)', ({ groups, observed, expected, statistic, df, p }) => {
		const found = logRank(groups);
		const test = 'reason' in found.test ? { statistic: NaN, df: NaN, p: NaN } : found.test;
		const actual = [...found.observed, ...found.expected, test.statistic, test.df, test.p];
		expect(relativeError(actual, [...observed, ...expected, statistic, df, p])).toBeLessThan(1e-8);
	});

	it('compares nothing with one group', () => {
		expect(logRank([[{ time: 1, events: 3, censored: 2 }]]).test).toEqual({ reason: 'there is only one group' });
	});

	it.each([
		['a group is empty', [[{ time: 1, events: 3, censored: 2 }], []]],
		['nothing happened', [[{ time: 1, events: 0, censored: 2 }], [{ time: 1, events: 0, censored: 2 }]]],
		['the groups were at risk at different times', [[{ time: 1, events: 0, censored: 2 }], [{ time: 2, events: 2, censored: 0 }]]],
	])('gives a reason where %s', (_, groups) => {
		expect(logRank(groups).test).toEqual({ reason: 'the groups were never at risk of the event together' });
	});
});
