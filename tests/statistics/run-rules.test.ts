import { describe, expect, it } from 'vitest';
import { runRules } from '#lib/statistics/run-rules.ts';
import fixture from './run-rules.json' with { type: 'json' };

const about0 = (values: readonly number[]) => values.map((value) => ({ value, centre: 0, reach: 3 }));
const flagged = (values: readonly number[], rule: 'outside' | 'shift' | 'trend' | 'near') => runRules(about0(values)).map((signals) => Number(signals[rule]));

describe('runRules', () => {
	it.each(fixture.cases)('flags the same points as rle and windows in R, of $points.length', ({ points, ...rules }) => {
		const found = runRules(points);
		const flags = (rule: 'outside' | 'shift' | 'trend' | 'near') => found.map((signals) => Number(signals[rule]));
		expect({ outside: flags('outside'), shift: flags('shift'), trend: flags('trend'), near: flags('near') }).toEqual(rules);
	});

	it('flags what lies beyond a limit, not on it', () => {
		expect(flagged([0, 3, 3.01, -3, -3.01], 'outside')).toEqual([0, 0, 1, 0, 1]);
	});

	it('flags seven on one side, and not six', () => {
		expect(flagged([-1, 1, 1, 1, 1, 1, 1, 1], 'shift')).toEqual([0, 1, 1, 1, 1, 1, 1, 1]);
		expect(flagged([-1, 1, 1, 1, 1, 1, 1, -1], 'shift')).toEqual([0, 0, 0, 0, 0, 0, 0, 0]);
	});

	it('ends a row on one side at a point on the centre', () => {
		expect(flagged([1, 1, 1, 0, 1, 1, 1, 1], 'shift')).toEqual([0, 0, 0, 0, 0, 0, 0, 0]);
	});

	it('flags seven points that rise, and not six', () => {
		expect(flagged([1, 0, 0.1, 0.2, 0.3, 0.4, 0.5, 0.6], 'trend')).toEqual([0, 1, 1, 1, 1, 1, 1, 1]);
		expect(flagged([1, 0, 0.1, 0.2, 0.3, 0.4, 0.5, 0.5], 'trend')).toEqual([0, 0, 0, 0, 0, 0, 0, 0]);
	});

	it('flags two of three close to one limit, and not one close to each', () => {
		expect(flagged([2.5, 0, 2.5, 0, 0, 2.5, 0], 'near')).toEqual([1, 0, 1, 0, 0, 0, 0]);
		expect(flagged([2.5, -2.5, 0], 'near')).toEqual([0, 0, 0]);
	});

	it('flags nothing among none and one', () => {
		expect(runRules([])).toEqual([]);
		expect(runRules(about0([1]))).toEqual([{ outside: false, shift: false, trend: false, near: false }]);
	});
});
