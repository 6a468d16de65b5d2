import { describe, expect, it } from 'vitest';
import { numberNeeded } from '#lib/statistics/number-needed.ts';
import fixture from './number-needed.json' with { type: 'json' };
import { relativeError } from './relative-error.ts';

describe('numberNeeded', () => {
	it.each(fixture.cases)('equals the reciprocals in R to 1e-8 for a difference of $estimate', ({ needed, from, to, ...difference }) => {
		const actual = numberNeeded(difference);
		expect(relativeError([actual?.estimate ?? NaN, actual?.lower ?? NaN, actual?.upper ?? NaN], [needed, from, to])).toBeLessThan(1e-8);
	});

	it('has no single interval where the difference may be none, but a smallest number in each direction', () => {
		expect(numberNeeded({ estimate: -0.1, lower: -0.25, upper: 0.05 })).toEqual({ estimate: 10, lower: null, upper: null, inFavour: 4, against: 20 });
	});

	it('has no number in a direction that the interval only touches', () => {
		expect(numberNeeded({ estimate: 0.1, lower: 0, upper: 0.2 })).toEqual({ estimate: 10, lower: null, upper: null, inFavour: 5, against: null });
	});

	it('is undefined for no difference', () => {
		expect(numberNeeded({ estimate: 0, lower: -0.1, upper: 0.1 })).toBeUndefined();
	});
});
