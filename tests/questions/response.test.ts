import { describe, expect, test } from 'vitest';
import type { ResponseResult } from '#lib/questions/response/result.ts';
import { response } from '#lib/questions/response/response.server.ts';
import { run } from '#lib/server/warehouse/database.ts';
import { alike, asking, type SmallEpisode } from './small-snapshot.ts';

const scored = (scores: readonly (number | undefined)[], month = '2024-01') => scores.map((score) => (score === undefined ? { month } : { score, month }));

/** `update` may give the cohort protocols. */
async function ask(episodes: readonly SmallEpisode[], options: Parameters<typeof asking>[1] = {}, update?: string): Promise<ResponseResult & { caveats: readonly string[] }> {
	const given = await asking(episodes, options);
	if (update !== undefined) await run(given.db, update);
	const result = response.protect(await response.ask(given), given.minimumCell);
	return { ...result, caveats: response.caveats(result, given) };
}

/** At 30 % less pain: 4 respond at session 3, 3 leave after it, 2 are discharged after session 2, 1 may go on after it; 1 starts without pain, 1 unscored. */
const courses = [
	...alike(4, 1, { visits: scored([8, 8, 5]) }),
	...alike(3, 11, { visits: scored([8, 8, 6]), dischargeReason: 'did-not-return' }),
	...alike(2, 21, { visits: scored([6, undefined]), dischargeReason: 'completed' }),
	...alike(1, 31, { visits: scored([8, 7], '2024-12') }),
	...alike(1, 41, { visits: scored([0, 0]) }),
	...alike(1, 51, { visits: scored([undefined, 5]) }),
];

describe('response', () => {
	test('counts all with a first score, and those of them that can respond', async () => {
		const { groups } = await ask(courses, { minimumCell: 1 });
		expect(groups).toMatchObject([{ condition: 'knee-pain', threshold: 'at least 30 % less pain', scored: 11, able: 10, of: 'able', notEstimable: null }]);
	});

	test('follows the able by session: in care, and the chance to have responded had all gone on', async () => {
		const points = (await ask(courses, { minimumCell: 1 })).groups[0]?.points ?? [];
		expect(points.map(({ session, inCare, responded }) => [session, inCare, responded?.estimate])).toEqual([[1, 10, 0], [2, 7, 0], [3, 0, 1 - (1 - 4 / 7)]]);
	});

	test('gives the chances of each state, as things went', async () => {
		const states = (await ask(courses, { minimumCell: 1 })).groups[0]?.points.map((point) => point.states) ?? [];
		const chances = states.map((state) => [state?.inCare, state?.responded, state?.left, state?.discharged].map((chance) => Number(chance?.estimate.toFixed(12))));
		expect(chances).toEqual([[1, 0, 0, 0], [7 / 9, 0, 0, 2 / 9], [0, 4 / 9, 3 / 9, 2 / 9]].map((row) => row.map((chance) => Number(chance.toFixed(12)))));
	});

	test('counts departures only of visits long enough ago to tell, and responses of all', async () => {
		const recent = [
			...alike(5, 61, { visits: [...scored([8, 8], '2024-01'), ...scored([5], '2024-12')] }),
			...alike(7, 71, { visits: scored([8, 8], '2024-12'), dischargeReason: 'did-not-return' }),
		];
		const states = (await ask([...courses, ...recent], { minimumCell: 1 })).groups[0]?.points.map((point) => point.states) ?? [];
		expect(states[1]?.discharged.estimate).toBeCloseTo(2 / 14, 12);
		expect(states[1]?.left.estimate).toBe(0);
		expect(states[2]?.responded.estimate).toBeCloseTo((12 / 14) * (9 / 12), 12);
		expect(states[2]?.left.estimate).toBeCloseTo((12 / 14) * (3 / 12), 12);
	});

	test('stops the states before a session after which nobody can be told to have left', async () => {
		const points = (await ask(alike(20, 1, { visits: [...scored([8], '2024-01'), ...scored([8, 8], '2024-12')] }), { minimumCell: 1 })).groups[0]?.points ?? [];
		expect(points.map(({ responded, states }) => [responded?.estimate, states?.inCare.estimate ?? null])).toEqual([[0, 1], [0, null], [0, null]]);
	});

	test('takes an episode without a reason for gone where only years are kept', async () => {
		const years = courses.map((course) => ({ ...course, visits: course.visits.map((visit) => ({ ...visit, month: '2024' })) }));
		const second = (await ask(years, { minimumCell: 1, datePrecision: 'year' })).groups[0]?.points[1]?.states;
		expect([second?.left.estimate, second?.discharged.estimate]).toEqual([0.1, 0.2]);
	});

	test('bounds the response by session 3 by the worst and the best case for those not seen then', async () => {
		const cases = (await ask(courses, { minimumCell: 1 })).groups[0]?.landmarks[0];
		expect([cases?.ofAble?.worst, cases?.ofAble?.best].map((share) => [share?.count, share?.n])).toEqual([[4, 10], [7, 10]]);
		expect([cases?.ofAll?.worst, cases?.ofAll?.best].map((share) => [share?.count, share?.n])).toEqual([[4, 11], [7, 11]]);
		expect(cases?.ofAble?.modelled?.estimate).toBeCloseTo(4 / 7, 12);
		expect(cases?.ofAll?.modelled?.estimate).toBeCloseTo((4 / 7) * (10 / 11), 12);
	});

	test('bounds it in no model where nobody was followed so long', async () => {
		expect((await ask(courses, { minimumCell: 1 })).groups[0]?.landmarks[1]).toEqual({ session: 6, ofAble: null, ofAll: null });
	});

	test('judges the last score of those scored later, and of all', async () => {
		const { ofAble, ofAll } = (await ask(courses, { minimumCell: 1 })).groups[0]?.atLast ?? {};
		expect([ofAble?.followed, ofAble?.worst, ofAble?.best, ofAll?.followed, ofAll?.worst, ofAll?.best].map((share) => [share?.count, share?.n])).toEqual([[4, 8], [4, 10], [6, 10], [4, 9], [4, 11], [6, 11]]);
	});

	test('counts a response that did not last as a response, but not at the last score', async () => {
		const [group] = (await ask([...alike(3, 1, { visits: scored([8, 4, 8]) })], { minimumCell: 1 })).groups;
		expect([group?.points[1]?.responded?.estimate, group?.atLast.ofAble?.worst.count, group?.median?.estimate]).toEqual([1, 0, 2]);
	});

	test.each([
		['measure=lefs', [[40, 50], [40, 48], [75, 80]], 2, 0.5],
		['threshold=points-2', [[8, 6], [8, 7], [1, 0]], 2, 0.5],
		['threshold=pain-free', [[4, 0], [4, 1], [0, 0]], 2, 0.5],
		['threshold=pain-0-1', [[4, 1], [4, 2], [1, 0]], 2, 0.5],
		['threshold=percent-50', [[5, 2], [5, 3], [0, 0]], 2, 0.5],
		['threshold=no-such', [[10, 7], [10, 7.1], [0, 0]], 2, 0.5],
	])('knows who responds and who can: %s', async (search, scores, able, estimate) => {
		const [group] = (await ask(scores.flatMap((own, i) => alike(1, i, { visits: scored(own) })), { minimumCell: 1, search })).groups;
		expect([group?.able, group?.points[1]?.responded?.estimate]).toEqual([able, estimate]);
	});

	test('says where a measure has no threshold for the condition', async () => {
		const { groups } = await ask(alike(20, 1, { visits: scored([50, 20]) }), { search: 'measure=vas-pain' });
		expect(groups).toMatchObject([{ scored: 20, threshold: null, points: [], notEstimable: 'no threshold of a meaningful change is recorded for this measure and condition' }]);
	});

	test('says where nobody can respond', async () => {
		expect((await ask(alike(20, 1, { visits: scored([0, 0]) }))).groups).toMatchObject([{ scored: 20, able: 0, points: [], notEstimable: 'no episode has a score at session 1 from which the threshold can be reached' }]);
	});

	test('says where nobody has a first score', async () => {
		const { groups, caveats } = await ask(alike(20, 1, { visits: scored([undefined, 4]) }));
		expect(groups).toMatchObject([{ condition: 'knee-pain', scored: 0, able: 0, points: [], notEstimable: 'no episode has a score at session 1 from which the threshold can be reached' }]);
		expect(caveats.some((caveat) => caveat.startsWith('Numbers that rest on'))).toBe(false);
	});

	test('has no group without records', async () => expect((await ask([])).groups).toEqual([]));

	test('leaves nothing of a small group but its name', async () => {
		expect((await ask(courses)).groups[0]).toMatchObject({ scored: 11, able: null, of: 'all' });
		expect((await ask(courses, { minimumCell: 12 })).groups[0]).toMatchObject({ scored: null, able: null, points: [], landmarks: [] });
	});

	test('adds no fewer patients than the minimum between two sessions that it shows', async () => {
		const many = [2, 3, 4, 5, 6].flatMap((session) => [
			...alike(7, 100 * session, { visits: scored([...Array.from({ length: session - 1 }, () => 8), 2]) }),
			...alike(7, 100 * session + 50, { visits: scored(Array.from({ length: session }, () => 8)), dischargeReason: 'did-not-return' }),
		]);
		const { groups, caveats } = await ask(many);
		expect(groups[0]?.points.map(({ session, inCare }) => [session, inCare])).toEqual([[2, null], [3, 42], [4, null], [5, null], [6, 0]].toSpliced(0, 0, [1, 70]));
		expect(caveats.at(-1)).toMatch(/^Numbers that rest on fewer than 11 patients/u);
	});

	test('compares protocols that have enough patients, and withholds the next smallest with a small one', async () => {
		const protocols = `UPDATE cohort SET protocol = CASE WHEN patient_key < 5 THEN 'exercise-only' WHEN patient_key < 30 THEN 'deep-tissue-massage' WHEN patient_key < 60 THEN 'dry-needling-pistoning' ELSE 'dry-needling-retained' END`;
		const both = Array.from({ length: 100 }, (_, i) => ({ patient: i, visits: scored(i % 2 === 0 || i > 80 ? [8, 3] : [8, 8]), dischargeReason: 'completed' }));
		const { groups, comparisons } = await ask(both, { search: 'by=protocol' }, protocols);
		expect(groups.filter((group) => group.scored === null).map(({ protocol }) => protocol)).toEqual(['deep-tissue-massage', 'exercise-only']);
		expect(comparisons).toMatchObject([{ condition: 'knee-pain', protocols: ['dry-needling-retained', 'dry-needling-pistoning'], logRank: { df: 1 }, gray: { df: 1 } }]);
	});

	test('has no more certainty from a second episode that goes as the first of the same patient did', async () => {
		const spread = [...courses, ...alike(6, 61, { visits: scored([8, 4]) }), ...alike(5, 71, { visits: scored([9, 9, 9, 9]), dischargeReason: 'did-not-return' })];
		const [once, twice] = [await ask(spread, { minimumCell: 1 }), await ask([...spread, ...spread], { minimumCell: 1 })];
		const limits = ({ groups }: ResponseResult) => groups.flatMap(({ points, landmarks, atLast, median }) => [
			...points.flatMap(({ responded, states }) => [responded, states?.inCare, states?.responded, states?.left, states?.discharged].map((chance) => [chance?.se, chance?.lower, chance?.upper])),
			...landmarks.flatMap(({ ofAble, ofAll }) => [ofAble?.worst, ofAble?.modelled, ofAble?.best, ofAll?.worst, ofAll?.modelled, ofAll?.best].map((share) => [share?.lower, share?.upper])),
			...[atLast.ofAble?.followed, atLast.ofAll?.worst].map((share) => [share?.lower, share?.upper]),
			[median?.lower, median?.upper],
		]).flat();
		expect(twice.groups[0]?.able).toBe(2 * (once.groups[0]?.able ?? NaN));
		limits(twice).forEach((limit, place) => expect(limit ?? -1).toBeCloseTo(limits(once)[place] ?? -1, 10));
	});

	test('finds protocols no more different for second episodes that go as the first of the same patients did', async () => {
		const protocols = `UPDATE cohort SET protocol = CASE WHEN patient_key < 50 THEN 'dry-needling-pistoning' ELSE 'dry-needling-retained' END`;
		const once = Array.from({ length: 100 }, (_, i) => ({ patient: i, visits: scored(i % 3 === 0 || i > 70 ? [8, 8, 3] : [8, 8, 8, 8]), dischargeReason: 'completed' }));
		const statistics = await Promise.all([once, [...once, ...once]].map(async (episodes) => (await ask(episodes, { search: 'by=protocol' }, protocols)).comparisons[0]?.logRank));
		const [single, double] = statistics.map((test) => (test === undefined || 'reason' in test ? NaN : test.statistic));
		expect(single).toBeGreaterThan(3);
		expect((double ?? NaN) / (single ?? NaN)).toBeCloseTo(1, 1);
	});

	test('knows a patient again who had both protocols', async () => {
		const protocols = `UPDATE cohort SET protocol = CASE WHEN episode_key <= 60 THEN 'dry-needling-pistoning' ELSE 'dry-needling-retained' END`;
		const goes = (i: number) => scored(i % 3 === 0 ? [8, 8, 3] : [8, 8, 8, 8]);
		const arms = (again: (i: number) => number) => [...Array.from({ length: 60 }, (_, i) => ({ patient: i, visits: goes(i) })), ...Array.from({ length: 60 }, (_, i) => ({ patient: again(i), visits: goes(i < 30 ? i : 3 * i) }))];
		const [same, others] = await Promise.all([arms((i) => i), arms((i) => 100 + i)].map(async (episodes) => (await ask(episodes.map((each) => ({ ...each, dischargeReason: 'completed' })), { search: 'by=protocol' }, protocols)).comparisons[0]?.logRank));
		const [paired, apart] = [same, others].map((test) => (test === undefined || 'reason' in test ? NaN : test.statistic));
		expect(paired).toBeGreaterThan(1.2 * (apart ?? NaN));
	});

	test('takes episodes of different conditions for courses of their own', async () => {
		const knees = alike(30, 1, { visits: scored([8, 4]) }).map((course, i) => (i < 12 ? course : { ...course, visits: scored([8, 8]) }));
		const hips = knees.map((course) => ({ ...course, condition: 'hip-pain' }));
		const [apart, together] = [await ask(knees), await ask([...knees, ...hips])];
		expect(together.groups.find(({ condition }) => condition === 'knee-pain')?.points).toEqual(apart.groups[0]?.points);
	});
});
