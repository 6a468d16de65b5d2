import { describe, expect, test } from 'vitest';
import { dose } from '#lib/questions/dose/dose.server.ts';
import type { DoseResult } from '#lib/questions/dose/result.ts';
import { alike, asking, type SmallEpisode, type SmallVisit } from './small-snapshot.ts';

/** `count` visits a week apart, scores from `first` to `last`, what lies between not scored. */
function visits(count: number, first: number, last: number): SmallVisit[] {
	return Array.from({ length: count }, (_, i) => ({ day: 7 * i, ...(i === 0 ? { score: first } : i === count - 1 ? { score: last } : {}) }));
}

async function ask(episodes: readonly SmallEpisode[], options: Parameters<typeof asking>[1] = {}): Promise<DoseResult> {
	const given = await asking(episodes, options);
	return dose.protect(await dose.ask(given), given.minimumCell);
}

/** 20 episodes of 1 session, 40 of 3 and 20 of 9. */
const three = [...alike(20, 1, { visits: visits(1, 6, 6) }), ...alike(20, 101, { visits: visits(3, 8, 6) }), ...alike(20, 201, { visits: visits(3, 6, 3) }), ...alike(20, 301, { visits: visits(9, 7, 3) })];

describe('dose', () => {
	test('gives quantiles of sessions and weeks per episode', async () => {
		const { all } = await ask(three);
		expect(all.sessions).toEqual({ n: 80, p10: null, q1: 2.5, median: 3, q3: 4.5, p90: null });
		expect(all.weeks).toEqual({ n: 80, p10: null, q1: 1.5, median: 2, q3: 3.5, p90: null });
	});

	test('gives the 10th and 90th percentile where as many as may be shown lie beyond them', async () => {
		expect((await ask(three, { minimumCell: 8 })).all.sessions).toMatchObject({ p10: 1, p90: 9 });
	});

	test('gives the share of episodes with 2 to 7 sessions, with fewer and with more, of all episodes', async () => {
		const { stated, all, conditions } = await ask(three);
		expect(stated).toEqual({ from: 2, to: 7 });
		expect([all.share.below, all.share.within, all.share.above].map((share) => [share?.count, share?.n, share?.estimate])).toEqual([[20, 80, 0.25], [40, 80, 0.5], [20, 80, 0.25]]);
		expect(all.share.within?.lower).toBeCloseTo(0.39297, 5);
		expect(conditions.map(({ condition, episodes }) => [condition, episodes])).toEqual([['knee-pain', 80]]);
	});

	test('gives the mean change by sessions, as it is and at the same first score', async () => {
		const { bands } = (await ask(three)).all.effect;
		expect(bands.map(({ first, last, n, change }) => [first, last, n, change?.estimate])).toEqual([[2, 3, 40, -2.5], [4, 5, 0, undefined], [6, 7, 0, undefined], [8, 10, 20, -4], [11, null, 0, undefined]]);
		// of the 40, those from 8 changed by -2 and those from 6 by -3: a slope of 0.5, and both bands begin at 7 on average
		expect(bands.map(({ adjusted }) => adjusted?.estimate)).toEqual([-2.5, undefined, undefined, -4, undefined]);
	});

	test('sets clinics in the order of their names, mean sessions against mean change at the same first score', async () => {
		const at = (clinic: string, from: number, first: number) => [...alike(15, from, { clinic, visits: visits(2, first, first - 3) }), ...alike(15, from + 50, { clinic, visits: visits(4, first - 2, first - 4) })];
		const { points, middle } = (await ask([...at('North', 1, 8), ...at('East', 201, 10)])).clinics;
		expect(points.map(({ clinic, n, sessions }) => [clinic, n, sessions?.estimate])).toEqual([['East', 30, 3], ['North', 30, 3]]);
		// slope -0.5 within clinics; East begins 1 above the mean of 8, North 1 below
		expect(points.map(({ change }) => change?.estimate)).toEqual([-2, -3]);
		expect(middle).toEqual({ sessions: 3, change: -2.5 });
	});

	test('says why clinics cannot be set at the same first score, and still gives their sessions', async () => {
		const at = (clinic: string, from: number, first: number) => alike(15, from, { clinic, visits: visits(2, first, 4) });
		const { points, reason } = (await ask([...at('North', 1, 8), ...at('East', 201, 7)])).clinics;
		expect(points.map(({ change }) => change)).toEqual([null, null]);
		expect(reason).toBe('the first scores do not vary enough to compare groups at the same first score');
	});

	test('withholds a small share with its complement, a small band, a small clinic and a small condition', async () => {
		const { all, clinics, conditions } = await ask([
			...alike(30, 1, { clinic: 'North', visits: visits(3, 8, 6) }),
			...alike(20, 51, { clinic: 'East', visits: visits(9, 8, 6) }),
			...alike(5, 101, { clinic: 'West', visits: visits(1, 8, 6) }),
			...alike(4, 151, { clinic: 'West', condition: 'hip-pain', visits: visits(5, 8, 6) }),
		]);
		expect(all.share.below).toBeNull();
		expect(all.share.above).toBeNull();
		expect(all.effect.bands.map(({ suppressed, n }) => [suppressed, n])).toEqual([[false, 30], [true, null], [false, 0], [true, null], [false, 0]]);
		expect(clinics.points.map(({ clinic, suppressed }) => [clinic, suppressed])).toEqual([['East', true], ['North', false], ['West', true]]);
		expect(conditions.map(({ condition, suppressed, episodes }) => [condition, suppressed, episodes])).toEqual([['hip-pain', true, null], ['knee-pain', true, null]]);
	});

	test('is all withheld or empty for nobody and for one patient, with no number that is none', async () => {
		for (const episodes of [[], alike(1, 1, { visits: visits(3, 8, 6) })]) {
			const result = await ask(episodes);
			expect(result.all).toMatchObject({ episodes: null, sessions: null, suppressed: true });
			expect(dose.table(result).rows.flat().some((cell) => typeof cell === 'number' && !Number.isFinite(cell))).toBe(false);
		}
	});

	test('takes a measure of which more is better', async () => {
		const { bands } = (await ask(alike(20, 1, { visits: visits(3, 40, 55) }), { search: 'measure=lefs' })).all.effect;
		expect(bands[0]).toMatchObject({ n: 20, change: { estimate: 15, lower: 15, upper: 15 } });
	});

	test('gives no weeks where visits have no day', async () => {
		const { all } = await ask(alike(20, 1, { visits: [{ score: 8 }, { score: 4 }] }));
		expect([all.sessions?.median, all.weeks]).toEqual([2, null]);
	});
});
