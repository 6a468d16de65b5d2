import { describe, expect, it } from 'vitest';
import { clopperPearsonInterval } from '#lib/statistics/clopper-pearson-interval.ts';
import fixture from './clopper-pearson-interval.json' with { type: 'json' };
import { relativeError } from './relative-error.ts';

describe('clopperPearsonInterval', () => {
	it.each(fixture.cases)('equals binom.test to 1e-8 for $count of $n at level $level', ({ count, n, level, lower, upper }) => {
		const interval = clopperPearsonInterval(count, n, level);
		expect(relativeError([interval?.lower ?? NaN, interval?.upper ?? NaN], [lower, upper])).toBeLessThan(1e-8);
	});

	it('gives an upper bound even where nothing happened', () => {
		expect(clopperPearsonInterval(0, 100)).toMatchObject({ estimate: 0, lower: 0, upper: expect.closeTo(1 - 0.025 ** 0.01, 12) });
	});

	it('is undefined for no outcome, and refuses more events than outcomes', () => {
		expect(clopperPearsonInterval(0, 0)).toBeUndefined();
		expect(() => clopperPearsonInterval(3, 2)).toThrow('count must be 0 to 2: 3');
	});
});
