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

	it.each(fixture.clustered)('with several courses of a patient, equals the test by the score residuals of coxph, to 1e-8', ({ groups, pairs, statistic, alone }) => {
		const ending = ({ group, time, event }: { group: number; time: number; event: number }) => ({ group, time, event: event === 1 });
		const found = [logRank(groups).test, logRank(groups, pairs.map(({ a, b }) => ({ a: ending(a), b: ending(b), n: 1 }))).test].map((test) => ('reason' in test ? NaN : test.statistic));
		expect(relativeError(found, [alone, statistic])).toBeLessThan(1e-8);
	});

	it('says so where the courses of the same patients leave no variance', () => {
		const groups = [[{ time: 1, events: 1, censored: 1 }], [{ time: 1, events: 1, censored: 1 }]];
		const pairs = [{ a: { group: 0, time: 1, event: true }, b: { group: 1, time: 1, event: true }, n: 4 }];
		expect(logRank(groups, pairs).test).toEqual({ reason: 'the courses of the same patients leave no variance to judge by' });
	});

	it('passes over times at which nobody was left', () => {
		const groups = [[{ time: 1, events: 3, censored: 2 }, { time: 2, events: 0, censored: 0 }], [{ time: 1, events: 1, censored: 6 }]];
		expect(logRank(groups)).toEqual(logRank(groups.map((counts) => counts.filter(({ time }) => time === 1))));
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
