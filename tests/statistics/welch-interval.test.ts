import { describe, expect, it } from 'vitest';
import { welchInterval } from '#lib/statistics/welch-interval.ts';
import { relativeError } from './relative-error.ts';
import fixture from './welch-interval.json' with { type: 'json' };

describe('welchInterval', () => {
	it.each(fixture.cases)('equals t.test to 1e-8 for $a.n and $b.n values', ({ a, b, df, lower, upper }) => {
		const actual = welchInterval(a, b);
		const values = [actual?.estimate, actual?.lower, actual?.upper, actual?.df].map((value) => value ?? NaN);
		expect(relativeError(values, [a.mean - b.mean, lower, upper, df])).toBeLessThan(1e-8);
	});

	it('is undefined below two values in a sample', () => {
		expect(welchInterval({ n: 1, mean: 4, sd: 0 }, { n: 9, mean: 4, sd: 1 })).toBeUndefined();
	});

	it('is undefined where neither sample varies', () => {
		expect(welchInterval({ n: 5, mean: 4, sd: 0 }, { n: 9, mean: 3, sd: 0 })).toBeUndefined();
	});
});
