import { describe, expect, it } from 'vitest';
import { fiellerInterval } from '#lib/statistics/fieller-interval.ts';
import fixture from './fieller-interval.json' with { type: 'json' };
import { relativeError } from './relative-error.ts';

const sure = { numerator: 300, denominator: 0.6, variance: 25, denominatorVariance: 0.0004, covariance: 0.01, df: 99 };

describe('fiellerInterval', () => {
	it.each(fixture.cases)('holds the ratios that t.test does not reject, to 1e-8, with $df degrees of freedom', ({ estimate, lower, upper, ...moments }) => {
		const interval = fiellerInterval(moments);
		const actual = 'reason' in interval ? [] : [interval.estimate, interval.lower, interval.upper];
		expect(relativeError(actual, [estimate, lower, upper])).toBeLessThan(1e-8);
	});

	it('says why where the denominator may be 0', () => {
		expect(fiellerInterval({ ...sure, denominator: 0.01 })).toEqual({ reason: expect.stringContaining('does not differ from 0') });
		expect(fiellerInterval({ ...sure, denominator: 0 })).toEqual({ reason: 'the denominator is 0' });
	});

	it('says why where one alone was seen', () => {
		expect(fiellerInterval({ ...sure, df: 0 })).toEqual({ reason: expect.stringContaining('too few') });
	});

	it('is a point where nothing varies', () => {
		expect(fiellerInterval({ ...sure, variance: 0, denominatorVariance: 0, covariance: 0 })).toEqual({ estimate: 500, lower: 500, upper: 500 });
	});
});
