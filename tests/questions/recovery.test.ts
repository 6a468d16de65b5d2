import { describe, expect, test } from 'vitest';
import { recovery } from '#lib/questions/recovery/recovery.server.ts';
import type { RecoveryResult } from '#lib/questions/recovery/result.ts';
import { run } from '#lib/server/warehouse/database.ts';
import { alike, asking, type SmallEpisode } from './small-snapshot.ts';

type Options = Readonly<{ search?: string; minimumCell?: number; update?: string }>;

/** The answer about `episodes`; `update` may change the cohort before it is asked. */
async function ask(episodes: readonly SmallEpisode[], { search = '', minimumCell = 1, update }: Options = {}): Promise<RecoveryResult> {
	const given = await asking(episodes, { search, minimumCell });
	if (update !== undefined) await run(given.db, update);
	return recovery.protect(await recovery.ask(given), minimumCell);
}

const scores = (...values: readonly (number | null)[]) => values.map((score) => (score === null ? {} : { score }));

/** 20 patients at 8, of whom 15 stay, and 20 at 2, of whom 5 do. */
const uneven = [
	...alike(15, 1, { visits: scores(8, 8) }),
	...alike(5, 16, { visits: scores(8) }),
	...alike(5, 21, { visits: scores(2, 2) }),
	...alike(15, 26, { visits: scores(2) }),
];

describe('the weighted mean', () => {
	test('lets those who stayed stand for those like them who left', async () => {
		const { groups } = await ask(uneven);
		expect(groups[0]?.points[1]?.mean).toBeCloseTo(6.5, 10);
		expect(groups[0]?.staying[1]?.mean).toBeCloseTo(5, 6);
		expect(groups[0]?.staying[1]?.effectiveN).toBeCloseTo(15, 6);
	});

	test('is the plain mean with its interval where nobody left', async () => {
		const { groups } = await ask([...alike(8, 1, { visits: scores(8, 5) }), ...alike(8, 9, { visits: scores(6, 2) })]);
		expect(groups[0]?.staying).toHaveLength(2);
		groups[0]?.staying.forEach(({ mean, lower, upper }, place) => {
			const plain = groups[0]?.points[place];
			expect(mean).toBeCloseTo(plain?.mean ?? NaN, 10);
			expect(lower).toBeCloseTo(plain?.lower ?? NaN, 8);
			expect(upper).toBeCloseTo(plain?.upper ?? NaN, 8);
		});
	});

	test('takes a session without a score before a later one for no departure', async () => {
		const { groups } = await ask([...alike(12, 1, { visits: scores(8, null, 5) }), ...alike(12, 13, { visits: scores(6, 4, 2) })]);
		expect(groups[0]?.staying.map(({ effectiveN }) => effectiveN)).toEqual([24, 12, 24]);
	});

	test('is refused in words where scores tell for certain who left', async () => {
		const { groups } = await ask([...alike(15, 1, { visits: scores(8, 7) }), ...alike(15, 16, { visits: scores(2) })]);
		expect(groups[0]?.staying).toEqual([]);
		expect(groups[0]?.notWeighted).toContain('cannot be stood for');
	});

	test('ends where the weighted scores are worth too few', async () => {
		const { groups } = await ask([...alike(8, 1, { visits: scores(8, 7) }), ...alike(15, 9, { visits: scores(8) })]);
		expect(groups[0]?.staying.map(({ session }) => session)).toEqual([1]);
		expect(groups[0]?.notWeighted).toContain('from session 2 on');
	});
});

describe('a supposed shift', () => {
	const stayed = [[8, 4], [8, 3], [6, 3], [6, 1]].flatMap((pair, index) => alike(10, 1 + 10 * index, { visits: scores(...pair) }));
	const left = [...stayed, ...alike(10, 41, { visits: scores(7) })];

	test('moves the adjusted mean by its points times the share that had left, towards the bad end', async () => {
		const { groups } = await ask(left, { search: 'delta=2' });
		const [first, second] = groups[0]?.points ?? [];
		expect(groups[0]?.delta).toBe(2);
		expect(groups[0]?.left).toEqual([{ session: 1, share: 0 }, { session: 2, share: 0.2 }]);
		expect(groups[0]?.shifted[0]?.mean).toBe(first?.adjusted?.mean);
		expect(groups[0]?.shifted[1]?.mean).toBeCloseTo((second?.adjusted?.mean ?? NaN) + 0.4, 10);
	});

	test('lowers the mean of a measure of which more is better', async () => {
		const { groups } = await ask(left, { search: 'measure=lefs&delta=5' });
		expect(groups[0]?.shifted[1]?.mean).toBeCloseTo((groups[0]?.points[1]?.adjusted?.mean ?? NaN) - 1, 10);
	});

	test('reaches no further than the scale', async () => {
		expect((await ask(left, { search: 'delta=400' })).groups[0]?.delta).toBe(10);
	});

	test.each(['', 'delta=0', 'delta=-2', 'delta=much'])('is none with %s', async (search) => {
		const { groups } = await ask(left, { search });
		expect(groups[0]).toMatchObject({ delta: null, shifted: [] });
	});

	test('tips the improvement where it falls to the threshold', async () => {
		const { groups } = await ask(left, { search: 'threshold=points-2' });
		const [first, second] = groups[0]?.points ?? [];
		const improvement = (first?.adjusted?.mean ?? NaN) - (second?.adjusted?.mean ?? NaN);
		expect(groups[0]?.tipping).toMatchObject({ threshold: 'points-2', from: 1, to: 2 });
		expect(groups[0]?.tipping?.delta).toBeCloseTo((improvement - 2) / 0.2, 10);
	});

	test('withholds the share that left where few did', async () => {
		const { groups } = await ask(left, { search: 'delta=2', minimumCell: 11 });
		expect(groups[0]?.left).toEqual([{ session: 1, share: 0 }]);
		expect(groups[0]?.shifted.map(({ session }) => session)).toEqual([1]);
		expect(groups[0]?.points[1]?.adjusted).not.toBeNull();
	});
});

describe('the model', () => {
	const levels = [4, 5, 5, 6, 6, 7, 7, 8];
	const odd = (level: number, i: number) => scores(level + 1, null, level - (i % 2), null, level - 2 + (i % 3), null, level - 3 + (i % 2));
	const even = (level: number, i: number) => scores(level + (i % 2), level, null, level - 1 - (i % 2), null, level - 3 + (i % 3));
	const alternating = levels.flatMap((level, i) => [...[0, 1].map((turn) => ({ patient: 100 * turn + i, visits: odd(level, i + turn) })), ...[2, 3].map((turn) => ({ patient: 100 * turn + i, visits: even(level, i + turn) }))]);

	test('is the simpler one where too few scores carry the full one', async () => {
		const given = await asking(alternating, { minimumCell: 1 });
		const result = recovery.protect(await recovery.ask(given), 1);
		const [knee] = result.groups;
		expect(knee?.model).toBe('linear');
		expect(knee?.notEstimable).toBeNull();
		for (const { adjusted } of knee?.points ?? []) expect([adjusted?.lower, adjusted?.mean, adjusted?.upper].every((value) => Number.isFinite(value))).toBe(true);
		expect(recovery.caveats(result, given).some((caveat) => caveat.includes('a simpler one'))).toBe(true);
	});

	test('is the full one where it reaches most sessions', async () => {
		const scored = levels.flatMap((level, i) => [0, 1].map((turn) => ({ patient: 100 * turn + i, visits: scores(level, level - (i % 3) - turn, level - 2 + ((i + turn) % 2)) })));
		expect((await ask(scored)).groups[0]?.model).toBe('unstructured');
	});
});

describe('by weeks', () => {
	const visits = [{ score: 8, day: 0 }, { score: 7, day: 3 }, { score: 5, day: 9 }, { score: 2, day: 28 }];

	test('an episode counts in each week in which it has a score, with the first of them', async () => {
		const { groups } = await ask(alike(12, 1, { visits }), { search: 'axis=weeks' });
		expect(groups[0]?.axis).toBe('weeks');
		expect(groups[0]?.points.map(({ session, n, mean }) => [session, n, mean])).toEqual([[1, 12, 8], [2, 12, 5], [5, 12, 2]]);
	});

	test('a visit without a day is left out', async () => {
		const { groups } = await ask(alike(12, 1, { visits: [...visits, { score: 0 }] }), { search: 'axis=weeks' });
		expect(groups[0]?.points.map(({ session }) => session)).toEqual([1, 2, 5]);
	});
});

describe('parts of a condition', () => {
	const many = [...alike(30, 1, { visits: scores(8, 4) }), ...alike(5, 31, { visits: scores(6, 3) }), ...alike(30, 36, { visits: scores(7, 6) })];
	const update = `UPDATE cohort SET part = CASE WHEN patient_key <= 30 THEN 'west' WHEN patient_key <= 35 THEN 'not-recorded' ELSE 'east' END`;

	test('are clinics by name, never by result, with the unknown one last', async () => {
		const { groups } = await ask(many, { search: 'by=clinic', update });
		expect(groups.map(({ clinic, episodes }) => [clinic, episodes])).toEqual([['east', 30], ['west', 30], ['not-recorded', 5]]);
	});

	test('are durations in the order of the codebook', async () => {
		const durations = `UPDATE cohort SET part = CASE WHEN patient_key <= 20 THEN 'chronic' WHEN patient_key <= 40 THEN 'acute' ELSE 'subacute' END`;
		const { groups } = await ask(many, { search: 'by=chronicity', update: durations });
		expect(groups.map(({ chronicity }) => chronicity)).toEqual(['acute', 'subacute', 'chronic']);
	});

	test('are withheld where they are small, and one beside them', async () => {
		const { groups } = await ask(many, { search: 'by=clinic', update, minimumCell: 11 });
		expect(groups.map(({ episodes }) => episodes)).toEqual([null, 30, null]);
	});
});

describe('records that carry no curve', () => {
	test.each([
		['nobody', []],
		['one patient', [{ patient: 1, visits: scores(7, 5, 3) }]],
		['one visit each', alike(20, 1, { visits: scores(7) })],
		['scores that never change', alike(20, 1, { visits: scores(5, 5, 5) })],
		['visits without a score', alike(20, 1, { visits: scores(null, null) })],
		['a score at the second visit only', alike(20, 1, { visits: scores(null, 6) })],
		['all who left after the first visit but one', [...alike(20, 1, { visits: scores(7) }), { patient: 21, visits: scores(5, 4) }]],
	] satisfies [string, SmallEpisode[]][])('are answered with numbers or null, and a reason: %s', async (_, episodes) => {
		for (const search of ['delta=2', 'delta=2&axis=weeks', 'by=clinic']) {
			const result = await ask(episodes, { search });
			const numbers = JSON.stringify(result, (_key, value: unknown) => (typeof value === 'number' && !Number.isFinite(value) ? 'not finite' : value));
			expect(numbers).not.toContain('not finite');
			for (const { points, notEstimable } of result.groups) expect(points.some(({ adjusted }) => adjusted === null) ? notEstimable : 'none needed').not.toBeNull();
		}
	});
});

test('the table has a cell for each column', async () => {
	const { columns, rows } = recovery.table(await ask(uneven, { search: 'delta=2' }));
	expect(rows).toHaveLength(2);
	for (const row of rows) expect(row).toHaveLength(columns.length);
	expect(columns).toEqual(expect.arrayContaining(['adjusted_mean', 'staying_mean', 'shifted_mean', 'left', 'clinic', 'model']));
});
