import { describe, expect, test } from 'vitest';
import { completeness } from '#lib/questions/completeness/completeness.server.ts';
import type { CompletenessResult } from '#lib/questions/completeness/result.ts';
import { shownSteps } from '#lib/questions/completeness/shown-steps.ts';
import { fields } from '#lib/record/fields.ts';
import { run } from '#lib/server/warehouse/database.ts';
import { alike, asking, type SmallEpisode } from './small-snapshot.ts';

async function ask(episodes: readonly SmallEpisode[], options: Parameters<typeof asking>[1] = {}): Promise<CompletenessResult> {
	const given = await asking(episodes, options);
	await run(given.db, `INSERT INTO imports VALUES ('1', '', 'a.csv', '', 100, 90, 7, 3), ('2', '', 'b.csv', '', 50, 50, 0, 0)`);
	return completeness.protect(await completeness.ask(given), given.minimumCell);
}

const at = (month: string) => ({ score: 5, month });

/** 20 without a first score, 15 without a later one, 30 with two scores, 40 with three, 25 of three and a discharge reason. */
const course = [
	...alike(20, 1, { clinic: 'North', visits: [{ month: '2024-01' }, at('2024-01')] }),
	...alike(15, 101, { clinic: 'North', visits: [at('2024-01')] }),
	...alike(30, 201, { clinic: 'South', visits: [at('2024-01'), at('2024-02')] }),
	...alike(40, 301, { clinic: 'North', visits: [at('2024-02'), at('2024-02'), at('2024-02')] }),
	...alike(25, 401, { clinic: 'South', visits: [at('2024-02'), at('2024-02'), at('2024-03')], dischargeReason: 'completed' }),
];

const of = (result: CompletenessResult, name: string) => result.fields.find(({ field }) => field === name);

describe('completeness', () => {
	test('adds up the records of all files', async () => {
		expect((await ask(course)).records).toEqual({ read: 150, accepted: 140, duplicates: 7, rejected: 3 });
	});

	test('counts the episodes at each step among those of the step before', async () => {
		expect((await ask(course)).flow).toEqual([
			{ step: 'episodes', n: 130 },
			{ step: 'baseline', n: 110 },
			{ step: 'followed', n: 95 },
			{ step: 'three-scores', n: 65 },
			{ step: 'discharge-reason', n: 25 },
		]);
	});

	test('gives the share with a usable follow-up, of all, by clinic and by month of first visit', async () => {
		const { followUp, followUpBy } = await ask(course);
		expect([followUp?.count, followUp?.n]).toEqual([95, 130]);
		// prop.test(95, 130, correct = FALSE)
		expect(followUp?.lower).toBeCloseTo(0.648709, 6);
		expect(followUp?.upper).toBeCloseTo(0.799583, 6);
		expect(followUpBy.clinic.map(({ value, share }) => [value, share?.count, share?.n])).toEqual([['North', 40, 75], ['South', 55, 55]]);
		expect(followUpBy.month.map(({ value, share }) => [value, share?.count, share?.n])).toEqual([['2024-01', 30, 65], ['2024-02', 65, 65]]);
	});

	test('has no more certainty of the follow-up from a second episode that goes as the first of the same patient did', async () => {
		const [once, twice] = [await ask(course), await ask([...course, ...course])];
		expect(twice.followUp).toMatchObject({ count: 190, n: 260 });
		const limits = ({ followUp, followUpBy }: CompletenessResult) => [followUp, ...followUpBy.clinic.map(({ share }) => share), ...followUpBy.month.map(({ share }) => share)].flatMap((share) => [share?.lower ?? -1, share?.upper ?? -1]);
		limits(twice).forEach((limit, place) => expect(limit).toBeCloseTo(limits(once)[place] ?? NaN, 12));
	});

	test('counts the visits without a value, by field, clinic and month of the visit', async () => {
		const result = await ask(course);
		expect(of(result, 'score')).toEqual({ field: 'score', visits: 310, missing: 20, share: 20 / 310, suppressed: false });
		expect(of(result, 'session_date')).toMatchObject({ missing: 0, share: 0 });
		expect(of(result, 'therapist')).toMatchObject({ missing: 310, share: 1 });
		const score = (dimension: 'clinic' | 'month') => result.fieldsBy[dimension].map(({ value, fields: own }) => [value, own.find(({ field }) => field === 'score')?.missing]);
		expect(score('clinic')).toEqual([['North', 20], ['South', 0]]);
		expect(score('month')).toEqual([['2024-01', 20], ['2024-02', 0], ['2024-03', 0]]);
	});

	test('looks at every field that a visit may have', async () => {
		const elsewhere = ['session_id', 'patient_id', 'condition', 'side', 'episode_id', 'session_number', 'measure', 'discharge_reason'];
		const expected = fields.map(({ name }) => name).filter((name) => !elsewhere.includes(name));
		expect((await ask(course)).fields.map(({ field }) => field)).toEqual(expected.sort());
	});

	test('withholds what is missing of few patients, and the other clinic that would give it back', async () => {
		const result = await ask([
			...alike(30, 1, { clinic: 'North', visits: [{}, ...Array.from({ length: 2 }, () => at('2024-01'))] }),
			...alike(5, 101, { clinic: 'South', visits: [{}, at('2024-01')] }),
			...alike(40, 201, { clinic: 'South', visits: [at('2024-01')] }),
			...alike(12, 301, { clinic: 'West', visits: [{}, at('2024-01')] }),
		]);
		expect(of(result, 'score')).toMatchObject({ missing: 47, suppressed: false });
		expect(result.fieldsBy.clinic.map(({ value, fields: own }) => [value, own.find(({ field }) => field === 'score')?.missing])).toEqual([['North', 30], ['South', null], ['West', null]]);
	});

	test('withholds a share of follow-up by clinic with few on either side, and the next smallest', async () => {
		const followed = (count: number, from: number, clinic: string) => alike(count, from, { clinic, visits: [at('2024-01'), at('2024-01')] });
		const lost = (count: number, from: number, clinic: string) => alike(count, from, { clinic, visits: [at('2024-01')] });
		const { followUpBy } = await ask([...followed(30, 1, 'North'), ...lost(20, 101, 'North'), ...followed(30, 201, 'South'), ...lost(4, 301, 'South'), ...followed(30, 401, 'West'), ...lost(15, 501, 'West')]);
		expect(followUpBy.clinic.map(({ value, suppressed }) => [value, suppressed])).toEqual([['North', false], ['South', true], ['West', true]]);
	});

	test('takes the measure asked for, and gives nothing that is no number for nobody and for one patient', async () => {
		expect((await ask(course, { search: 'measure=lefs' })).flow[1]).toEqual({ step: 'baseline', n: 110 });
		for (const episodes of [[], alike(1, 1, { visits: [at('2024-01')] })]) {
			const result = await ask(episodes);
			expect(result.followUp).toBeNull();
			expect(completeness.table(result).rows.flat().some((cell) => typeof cell === 'number' && !Number.isFinite(cell))).toBe(false);
		}
	});
});

describe('shownSteps', () => {
	test('shows all steps where each loses enough or none', () => {
		expect(shownSteps([20, 15, 0, 40, 25], 11)).toEqual([true, true, true, true, true]);
	});

	test('leaves out the first score before the follow-up', () => {
		expect(shownSteps([3, 15, 30, 40, 25], 11)).toEqual([true, false, true, true, true]);
		expect(shownSteps([8, 8, 30, 40, 25], 11)).toEqual([true, false, true, true, true]);
	});

	test('leaves out a step that few reached, and all where few began', () => {
		expect(shownSteps([20, 15, 30, 40, 4], 11)).toEqual([true, true, true, true, false]);
		expect(shownSteps([1, 1, 1, 1, 1], 11)).toEqual([false, false, false, false, false]);
	});
});
