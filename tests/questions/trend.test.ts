import { describe, expect, test } from 'vitest';
import { trend } from '#lib/questions/trend/trend.server.ts';
import type { TrendResult } from '#lib/questions/trend/result.ts';
import { alike, asking, type SmallEpisode } from './small-snapshot.ts';

const months = (count: number) => Array.from({ length: count }, (_, i) => `${2023 + Math.floor(i / 12)}-${String((i % 12) + 1).padStart(2, '0')}`);

/** Episodes of a month: each of `last` a patient's last score after a first score of 8; the first `completed` of them were completed. */
function begun(month: string, from: number, last: readonly number[], completed = 0): SmallEpisode[] {
	return last.map((score, i) => ({ patient: from + i, visits: [{ score: 8, month, day: 0, adverseEvent: i < 12 ? 'bruising' : 'none' }, { score, month, day: 0 }], dischargeReason: i < completed ? 'completed' : 'did-not-return' }));
}

/** 12 patients whose score fell to 4 and 12 whose score stayed at 8 but `shift` points lower. */
const mixed = (shift: number) => [...Array.from({ length: 12 }, () => 4), ...Array.from({ length: 12 }, () => 8 - shift)];

async function ask(episodes: readonly SmallEpisode[], options: Parameters<typeof asking>[1] = {}): Promise<TrendResult> {
	const given = await asking(episodes, options);
	return trend.protect(await trend.ask(given), given.minimumCell);
}

describe('trend', () => {
	test('gives the mean change, response, completion and adverse events of each month of first visit', async () => {
		const { change, response, completion, adverse } = await ask(months(2).flatMap((month, i) => begun(month, 100 * i, mixed(i), 12)));
		expect(change.points.map(({ value, n }) => [value, n])).toEqual([[-2, 24], [-2.5, 24]]);
		expect(response.points.map(({ value, n }) => [value, n])).toEqual([[0.5, 24], [0.5, 24]]);
		expect(completion.points.map(({ value, n }) => [value, n])).toEqual([[0.5, 24], [0.5, 24]]);
		expect(adverse.points.map(({ value, n }) => [value, n])).toEqual([[0.5, 24], [0.5, 24]]);
	});

	test('sets limits of 2.66 mean moving ranges about the mean of the months', async () => {
		const { change } = await ask(months(8).flatMap((month, i) => begun(month, 100 * i, mixed(i % 2))));
		expect(change.phases).toMatchObject([{ from: '2023-01', to: '2023-08', baseline: { months: 8 }, centre: -2.25, movingRange: 0.5, provisional: true, reason: null }]);
		expect(change.points[0]?.lower).toBeCloseTo(-2.25 - 2.66 * 0.5, 12);
		expect(change.points[0]?.upper).toBeCloseTo(-2.25 + 2.66 * 0.5, 12);
	});

	test('sets limits of 3 standard errors for a rate', async () => {
		const { response } = await ask(months(8).flatMap((month, i) => begun(month, 100 * i, mixed(0))));
		expect(response.phases[0]?.centre).toBe(0.5);
		expect(response.points[3]?.upper).toBeCloseTo(0.5 + 3 * Math.sqrt(0.25 / 24), 12);
	});

	test('sets wider limits for adverse events that come several to an episode', async () => {
		const visits = (month: string, adverseEvent: string) => [8, 6].map((score) => ({ score, month, day: 0, adverseEvent }));
		const { adverse } = await ask(months(8).flatMap((month, i) => [...alike(12, 100 * i, { visits: visits(month, 'bruising') }), ...alike(12, 100 * i + 50, { visits: visits(month, 'none') })]));
		expect(adverse.phases[0]?.centre).toBe(1);
		expect(adverse.points[3]?.upper).toBeCloseTo(1 + 3 * Math.sqrt(24 / 23 / 24), 12);
	});

	test('locks the limits on the first 12 months and flags a shift after them', async () => {
		const { change } = await ask(months(20).flatMap((month, i) => begun(month, 100 * i, mixed(i < 12 ? i % 2 : 2))));
		expect(change.phases).toMatchObject([{ baseline: { from: '2023-01', to: '2023-12', months: 12 }, centre: -2.25, provisional: false }]);
		expect(change.points.slice(12).every(({ signals, side }) => signals.includes('shift') && side === 'below')).toBe(true);
		expect(change.points.slice(0, 11).every(({ signals }) => signals.length === 0)).toBe(true);
	});

	test('computes limits anew from the month of the rebase', async () => {
		const { change } = await ask(
			months(20).flatMap((month, i) => begun(month, 100 * i, mixed((i % 2) + (i < 12 ? 0 : 2)))),
			{ search: 'rebase=2024-01' },
		);
		expect(change.phases.map(({ from, centre }) => [from, centre])).toEqual([['2023-01', -2.25], ['2024-01', -3.25]]);
		expect(change.points.every(({ signals }) => signals.length === 0)).toBe(true);
	});

	test('withholds a month of few patients, with the smallest other of its quarter, and leaves them out of the limits', async () => {
		const few = Array.from({ length: 5 }, () => 0);
		const { change } = await ask(months(9).flatMap((month, i) => begun(month, 100 * i, i === 4 ? few : mixed(i % 2))));
		expect(change.points.filter(({ suppressed }) => suppressed).map(({ month, value, n }) => [month, value, n])).toEqual([['2023-04', null, null], ['2023-05', null, null]]);
		expect(change.phases[0]?.baseline?.months).toBe(7);
		expect(change.phases[0]?.centre).toBeCloseTo(-2.25 + 0.25 / 7, 12);
	});

	test('withholds a rate whose complement is small', async () => {
		const { response, change } = await ask(begun('2023-01', 0, [...Array.from({ length: 20 }, () => 1), 8, 8, 8]));
		expect(response.points).toMatchObject([{ value: null, n: null, suppressed: true }]);
		expect(change.points).toMatchObject([{ n: 23, suppressed: false }]);
	});

	test('keeps back how many were followed where it would tell of few who were not', async () => {
		const { change } = await ask([...begun('2023-01', 0, mixed(0)), ...alike(3, 50, { visits: [{ score: 8, month: '2023-01' }] })]);
		expect(change.points).toMatchObject([{ value: -2, n: null, suppressed: false }]);
	});

	test('does not judge the months whose episodes may still go on', async () => {
		const slow = (month: string, from: number, end: string) => alike(12, from, { visits: [{ score: 8, month, day: 0 }, { score: 4, month: end, day: 40 }] });
		const { openFrom, change } = await ask(months(8).flatMap((month, i) => slow(month, 100 * i, months(9)[i + 1] ?? '')));
		expect(openFrom).toBe('2023-08');
		expect(change.points.map(({ open }) => open)).toEqual([false, false, false, false, false, false, false, true]);
	});

	test('says why there are no limits: too few months, or months that are all alike', async () => {
		const [few, same] = [await ask(begun('2023-01', 0, mixed(0))), await ask(months(7).flatMap((month, i) => begun(month, 100 * i, mixed(0))))];
		expect(few.change.phases[0]).toMatchObject({ centre: null, reason: 'fewer than 6 months can be shown and are over' });
		expect(same.change.phases[0]).toMatchObject({ centre: null, reason: 'the first months do not vary, so they give no limits' });
	});

	test('says that dates kept by year give no months', async () => {
		const result = await ask(begun('2023', 0, mixed(0)), { datePrecision: 'year' });
		expect(result).toMatchObject({ reason: 'dates are kept by year', change: { phases: [], points: [] } });
	});

	test('says so where no episode has a date, and where there is no episode', async () => {
		expect((await ask(alike(12, 1, { visits: [{ score: 8 }, { score: 4 }] }))).reason).toBe('no episode with a dated first visit has a score of the measure there');
		expect((await ask([])).reason).toBe('no episode with a dated first visit has a score of the measure there');
	});

	test('takes a measure of which more is better, and the threshold asked for', async () => {
		const rising = alike(12, 1, { visits: [{ score: 40, month: '2023-01' }, { score: 60, month: '2023-01' }] });
		const still = alike(12, 20, { visits: [{ score: 40, month: '2023-01' }, { score: 30, month: '2023-01' }] });
		const { change, response, threshold } = await ask([...rising, ...still], { search: 'measure=lefs' });
		expect([change.points[0]?.value, response.points[0]?.value, threshold]).toEqual([5, 0.5, 'at least 9 points better']);
		const pain = await ask(begun('2023-01', 0, [...Array.from({ length: 12 }, () => 0), ...Array.from({ length: 12 }, () => 5)]), { search: 'threshold=pain-free' });
		expect(pain.response.points[0]?.value).toBe(0.5);
	});

	test('gives the same numbers as a table', async () => {
		const { columns, rows } = trend.table(await ask(begun('2023-01', 0, mixed(0), 12)));
		expect(columns.slice(0, 4)).toEqual(['series', 'month', 'value', 'n']);
		expect(rows.map((row) => row.slice(0, 4))).toEqual([['change', '2023-01', -2, 24], ['response', '2023-01', 0.5, 24], ['completion', '2023-01', 0.5, 24], ['adverse-events', '2023-01', 0.5, 24]]);
	});
});
