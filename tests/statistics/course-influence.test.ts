import { describe, expect, it } from 'vitest';
import { aalenJohansen } from '#lib/statistics/aalen-johansen.ts';
import { courseInfluence, pairCovariances, type CourseEnding } from '#lib/statistics/course-influence.ts';
import { kaplanMeier } from '#lib/statistics/kaplan-meier.ts';
import fixture from './course-influence.json' with { type: 'json' };
import { relativeError } from './relative-error.ts';

const cases = fixture.cases.map(({ kinds, counts, pairs, se, median }) => ({
	kinds,
	counts: counts.map(({ time, events, censored }) => ({ time, events: [events].flat(), censored })),
	pairs: pairs.map(({ a, b }) => ({ a: ending(a), b: ending(b), n: 1 })),
	se: se.flat(),
	median,
}));

function ending({ time, event }: { time: number; event: number }): CourseEnding {
	return { time, event: event === 0 ? null : event - 1 };
}

describe('courses of one patient', () => {
	it.each(cases.filter(({ kinds }) => kinds > 1))('give aalenJohansen the standard errors of survfit with clusters, to 1e-8', ({ counts, pairs, se }) => {
		const points = aalenJohansen(counts, 0.95, pairs);
		expect(relativeError(points.flatMap(({ states }) => states.map((state) => state.se)), se)).toBeLessThan(1e-8);
	});

	it.each(cases.filter(({ kinds }) => kinds === 1))('give kaplanMeier those of survfit with clusters, to 1e-8, and the limits of its median', ({ counts, pairs, se, median }) => {
		const fit = kaplanMeier(counts.map(({ time, events, censored }) => ({ time, events: events[0] ?? NaN, censored })), 0.95, pairs);
		expect(relativeError(fit?.points.map((point) => point.se) ?? [], se)).toBeLessThan(1e-8);
		expect([fit?.median.lower ?? null, fit?.median.upper ?? null]).toEqual([median.lower, median.upper]);
	});
});

describe('courseInfluence', () => {
	it('has squares that add up to the variances of independent courses', () => {
		const counts = [{ time: 1, events: [2, 1], censored: 1 }, { time: 2, events: [1, 3], censored: 2 }];
		const influence = courseInfluence(counts);
		const courses = counts.flatMap(({ time, events, censored }) => [...events.map((n, event) => ({ n, rows: influence({ time, event }) })), { n: censored, rows: influence({ time, event: null }) }]);
		const sums = counts.map((_, row) => [0, 1, 2].map((state) => courses.reduce((sum, { n, rows }) => sum + n * (rows[row]?.[state] ?? NaN) ** 2, 0)));
		const variances = aalenJohansen(counts).map(({ states }) => states.map(({ se }) => se ** 2));
		expect(relativeError(sums.flat(), variances.flat())).toBeLessThan(1e-12);
	});

	it('moves nothing but the states, whose chances go on adding up to 1', () => {
		const rows = courseInfluence([{ time: 1, events: [2, 1], censored: 1 }, { time: 3, events: [1, 0], censored: 2 }])({ time: 3, event: 0 });
		expect(rows.map((row) => Math.abs(row.reduce((sum, value) => sum + value, 0)) < 1e-15)).toEqual([true, true]);
	});
});

describe('pairCovariances', () => {
	it('is 0 without pairs, and says nothing of nobody', () => {
		expect(pairCovariances([{ time: 1, events: [1], censored: 1 }], [])).toEqual([[0, 0]]);
		expect(pairCovariances([], [])).toEqual([]);
	});
});
