import { describe, expect, it } from 'vitest';
import { grayTest } from '#lib/statistics/gray-test.ts';
import fixture from './gray-test.json' with { type: 'json' };
import { relativeError } from './relative-error.ts';

describe('grayTest', () => {
	it.each(fixture.cases)('equals cuminc to 1e-8 ($name)', ({ groups, statistic, df, p }) => {
		const test = grayTest(groups);
		const actual = 'reason' in test ? [] : [test.statistic, test.df, test.p];
		expect(relativeError(actual, [statistic, df, p])).toBeLessThan(1e-8);
	});

	it('compares nothing with one group', () => {
		expect(grayTest([[{ time: 1, events: [3, 1], censored: 2 }], []])).toEqual({ reason: 'there is only one group' });
	});

	it('compares nothing with no group', () => expect(grayTest([])).toEqual({ reason: 'there is only one group' }));

	it('gives a reason where nothing happened', () => {
		const still = [{ time: 1, events: [0, 0], censored: 2 }];
		expect(grayTest([still, still])).toEqual({ reason: 'the groups were never at risk of the event together' });
	});
});
