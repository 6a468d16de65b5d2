import { expect, it } from 'vitest';
import { aalenJohansen } from '#lib/statistics/aalen-johansen.ts';
import type { CourseEnding } from '#lib/statistics/course-influence.ts';
import fixture from './aalen-johansen-missed.json' with { type: 'json' };
import { relativeError } from './relative-error.ts';

const cases = fixture.cases.map(({ counts, pairs, ...expected }) => ({
	...expected,
	counts: counts.map((count) => ({ ...count, censored: 0 })),
	pairs: pairs.map(({ a, b }) => ({ a: ending(a), b: ending(b), n: 1 })),
}));

function ending({ time, event, missed }: Readonly<{ time: number; event: number; missed: number | readonly number[] }>): CourseEnding {
	return { time, event: event === 0 ? null : event - 1, missed: [missed].flat() };
}

it.each(cases)('where courses are missed at times, the chances are those of survfit by rows, to 1e-8', ({ counts, estimates, alone }) => {
	const states = aalenJohansen(counts).flatMap((point) => point.states);
	expect(relativeError(states.map(({ estimate }) => estimate), estimates.flat())).toBeLessThan(1e-8);
	expect(relativeError(states.map(({ se }) => se), alone.flat())).toBeLessThan(1e-8);
});

it.each(cases)('and their standard errors with several courses of a patient, to 1e-8', ({ counts, pairs, se }) => {
	const states = aalenJohansen(counts, 0.95, pairs).flatMap((point) => point.states);
	expect(relativeError(states.map((state) => state.se), se.flat())).toBeLessThan(1e-8);
});

it('goes no further than a time at which nobody was observed', () => {
	const counts = [1, 2, 3].map((time) => ({ time, events: [1], censored: 1, atRisk: time === 2 ? 0 : 6 - time }));
	expect(aalenJohansen(counts, 0.95, [{ a: { time: 3, event: 0 }, b: { time: 1, event: 0 }, n: 1 }]).map(({ time }) => time)).toEqual([1]);
});
