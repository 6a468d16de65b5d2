import { describe, expect, it } from 'vitest';
import { aalenJohansen } from '#lib/statistics/aalen-johansen.ts';
import { kaplanMeier } from '#lib/statistics/kaplan-meier.ts';
import fixture from './aalen-johansen.json' with { type: 'json' };
import { relativeError } from './relative-error.ts';

describe('aalenJohansen', () => {
	it.each(fixture.cases)('equals survfit to 1e-8 ($name, level $level)', ({ counts, level, states }) => {
		const points = aalenJohansen(counts, level);
		const actual = states.flatMap((_, state) => points.flatMap(({ states: chances }) => numbers(chances[state])));
		expect(relativeError(actual, states.flatMap((points) => points.flatMap(numbers)))).toBeLessThan(1e-8);
	});

	it('gives the chances of the example in survival’s own tests', () => {
		const counts = [
			{ time: 1, events: [0, 0], censored: 1 },
			{ time: 2, events: [1, 0], censored: 1 },
			{ time: 3, events: [0, 2], censored: 1 },
			{ time: 5, events: [0, 0], censored: 1 },
			{ time: 6, events: [0, 1], censored: 0 },
		];
		const [, second, third] = aalenJohansen(counts).map(({ states }) => states.map(({ estimate }) => estimate));
		expect(relativeError(second ?? [], [6 / 7, 1 / 7, 0])).toBeLessThan(1e-14);
		expect(relativeError(third ?? [], [(6 / 7) * (3 / 5), 1 / 7, 12 / 35])).toBeLessThan(1e-14);
	});

	it('is Kaplan–Meier where only one event is possible', () => {
		const counts = [1, 2, 3, 4].map((time) => ({ time, events: 5 - time, censored: time }));
		const survival = kaplanMeier(counts)?.points.map((point) => [point.survival, point.se]) ?? [];
		const inCare = aalenJohansen(counts.map((count) => ({ ...count, events: [count.events] }))).map(({ states }) => [states[0]?.estimate ?? NaN, states[0]?.se ?? NaN]);
		expect(relativeError(inCare.flat(), survival.flat())).toBeLessThan(1e-12);
	});

	it('is empty for nobody', () => expect(aalenJohansen([])).toEqual([]));

	it('has no limits where nothing happened', () => {
		expect(aalenJohansen([{ time: 1, events: [0, 0], censored: 2 }])).toEqual([{ time: 1, atRisk: 2, states: [1, 0, 0].map((estimate) => ({ estimate, se: 0 })) }]);
	});

	it('refuses a time that counts other events', () => {
		expect(() => aalenJohansen([{ time: 1, events: [1], censored: 0 }, { time: 2, events: [1, 2], censored: 0 }])).toThrow(RangeError);
	});
});

function numbers(state: { estimate: number; se: number; lower?: number | null; upper?: number | null } | undefined): number[] {
	return [state?.estimate ?? NaN, state?.se ?? NaN, state?.lower ?? -1, state?.upper ?? -1];
}
