import { describe, expect, it } from 'vitest';
import { codebook as schema, type Measure } from '#lib/codebook/schema.ts';
import { comparison } from '#lib/questions/comparison/comparison.server.ts';
import type { ComparisonResult } from '#lib/questions/comparison/result.ts';
import { parseFilters } from '#lib/questions/filters.ts';
import { noOther } from './no-other.ts';
import type { Asking } from '#lib/questions/question.ts';
import { openEngine, run } from '#lib/server/warehouse/database.ts';
import { warehouseFolder } from '#lib/server/warehouse/folder.ts';

type Episode = Readonly<{ condition?: string; protocol: string | null; sex?: string; scores: readonly (number | null)[]; patient?: number }>;

const threshold = { id: 'two', label: 'two points', kind: 'points', value: 2, primary: true, citation: 'none' } as const;
const codebook = schema.parse({
	conditions: ['heel', 'knee'].map((id) => ({ id, label: id })),
	protocols: ['slow', 'quick', 'rare'].map((id) => ({ id, label: id })),
	measures: [
		{ id: 'pain', label: 'Pain', abbreviation: 'P', minimum: 0, maximum: 10, unit: 'points', better: 'lower', primary: true, thresholds: [threshold] },
		{ id: 'function', label: 'Function', abbreviation: 'F', minimum: 0, maximum: 100, unit: 'points', better: 'higher', thresholds: [{ ...threshold, value: 20 }] },
	],
});

const insertEpisodes = `INSERT INTO episodes SELECT key, patient, condition, protocol, NULL, NULL, sex, NULL FROM (SELECT unnest(from_json($rows,
	'[{"key": "INTEGER", "patient": "INTEGER", "condition": "VARCHAR", "protocol": "VARCHAR", "sex": "VARCHAR"}]'), recursive := true))`;
const insertScores = `INSERT INTO scores SELECT key, session, $measure, score FROM (SELECT unnest(from_json($rows,
	'[{"key": "INTEGER", "session": "INTEGER", "score": "DOUBLE"}]'), recursive := true))`;

/** Asks about episodes whose scores are those of sessions 1, 2, …; each is a patient's only one unless it says whose it is. */
async function answer(episodes: readonly Episode[], { minimumCell = 1, search = '', measureId = 'pain' } = {}): Promise<ComparisonResult & { caveats: readonly string[] }> {
	const db = await (await openEngine()).connect();
	await run(db, 'CREATE TABLE episodes (episode_key INTEGER, patient_key INTEGER, condition VARCHAR, protocol VARCHAR, chronicity VARCHAR, clinic VARCHAR, sex VARCHAR, age_band VARCHAR)');
	await run(db, 'CREATE TABLE scores (episode_key INTEGER, session_number INTEGER, measure VARCHAR, score DOUBLE)');
	const keyed = episodes.map(({ condition = 'heel', protocol, sex = null, patient }, key) => ({ key, patient: patient ?? key, condition, protocol, sex }));
	const scores = episodes.flatMap((episode, key) => episode.scores.map((score, index) => ({ key, session: index + 1, score }))).filter(({ score }) => score !== null);
	await run(db, insertEpisodes, { rows: JSON.stringify(keyed) });
	await run(db, insertScores, { rows: JSON.stringify(scores), measure: measureId });
	await run(db, 'CREATE TEMP TABLE cohort AS SELECT episode_key, patient_key, condition FROM episodes');
	const stamp = { id: '', publishedAt: '', synthetic: true, sessions: 0, episodes: 0, patients: 0, datePrecision: 'month', fingerprint: '', codebook } as const;
	const asking: Asking = { db, filters: parseFilters(new URLSearchParams(search)), codebook, measure: measureOf(measureId), minimumCell, stamp, folder: warehouseFolder('unused'), tableOf: noOther };
	const result = comparison.protect(await comparison.ask(asking), minimumCell);
	db.closeSync();
	return { ...result, caveats: comparison.caveats(result, asking) };
}

function measureOf(id: string): Measure {
	const found = codebook.measures.find((measure) => measure.id === id);
	if (found === undefined) throw new Error(id);
	return found;
}

function repeat(times: number, episode: Episode): Episode[] {
	return Array.from({ length: times }, () => episode);
}

/** `n` episodes, half of which end one point above `last` and half one below. */
function around(n: number, last: number, episode: Omit<Episode, 'scores'>, first = 8): Episode[] {
	return [...repeat(n / 2, { ...episode, scores: [first, last - 1] }), ...repeat(n / 2, { ...episode, scores: [first, last + 1] })];
}

/** One point apart in each sex; but most of the slow ones are men, who do better. */
const confounded = [
	...around(40, 3, { protocol: 'slow', sex: 'man' }),
	...around(20, 6, { protocol: 'slow', sex: 'woman' }),
	...around(20, 4, { protocol: 'quick', sex: 'man' }),
	...around(40, 7, { protocol: 'quick', sex: 'woman' }),
];

describe('comparison', () => {
	it('takes the plain difference of the last scores, the first protocol of the codebook less the second', async () => {
		const { conditions } = await answer(confounded);
		expect(conditions).toMatchObject([{ condition: 'heel', refusal: null, sides: [{ protocol: 'slow', n: 60, lastMean: 4, firstMean: 8 }, { protocol: 'quick', n: 60, lastMean: 6 }], unadjusted: { estimate: -2 } }]);
	});

	it('finds the difference within levels of a covariate, by least squares and by overlap weights', async () => {
		const { conditions } = await answer(confounded);
		expect(conditions).toMatchObject([{ ancova: { estimate: expect.closeTo(-1, 10) }, weighted: { estimate: expect.closeTo(-1, 10) } }]);
	});

	it('makes the groups alike by weighting', async () => {
		const { conditions } = await answer(confounded);
		const women = conditions[0]?.balance.find(({ level }) => level === 'woman');
		expect(women).toEqual({ covariate: 'sex', level: 'woman', before: expect.closeTo(-1 / 3 / Math.sqrt(2 / 9), 10), after: expect.closeTo(0, 10), suppressed: false });
	});

	it('counts as effective what the weighted episodes are worth', async () => {
		const { conditions } = await answer(confounded);
		expect(conditions[0]?.sides?.[0].effective).toBeCloseTo((40 / 3 + 40 / 3) ** 2 / (40 / 9 + 80 / 9), 10);
	});

	it('compares the last score, and only of episodes with a score at session 1 and a later one', async () => {
		const { conditions } = await answer([...confounded, { protocol: 'slow', sex: 'man', scores: [9] }, { protocol: 'slow', sex: 'man', scores: [null, 9] }, { protocol: 'slow', sex: 'man', scores: [8, 10, 4] }]);
		expect(conditions).toMatchObject([{ sides: [{ episodes: 63, n: 61, lastMean: 4 }, {}] }]);
	});

	it('counts responses by the threshold, with the number needed for one more', async () => {
		const { conditions } = await answer([...repeat(30, { protocol: 'slow', scores: [8, 6] }), ...repeat(10, { protocol: 'slow', scores: [8, 7] }), ...repeat(10, { protocol: 'quick', scores: [8, 6] }), ...repeat(30, { protocol: 'quick', scores: [8, 7] })]);
		expect(conditions).toMatchObject([
			{ response: { threshold: 'two points', shares: [{ count: 30, n: 40 }, { count: 10, n: 40 }], difference: { estimate: 0.5 }, weighted: { estimate: expect.closeTo(0.5, 10) }, needed: { estimate: expect.closeTo(2, 10), favours: 'slow' } } },
		]);
	});

	it('judges a measure of which more is better the other way round', async () => {
		const { conditions } = await answer([...around(40, 75, { protocol: 'slow' }, 50), ...around(40, 60, { protocol: 'quick' }, 50), { protocol: 'quick', scores: [50, 71] }], { measureId: 'function' });
		expect(conditions).toMatchObject([{ unadjusted: { estimate: expect.closeTo(75 - 2471 / 41, 10) }, response: { shares: [{ count: 40 }, { count: 1 }] } }]);
	});

	it('compares the two most frequent protocols, and says so where none were asked for', async () => {
		const { conditions, caveats } = await answer([...confounded, ...around(100, 5, { protocol: null }), ...around(80, 5, { protocol: 'rare' })]);
		expect(conditions[0]?.sides?.map(({ protocol }) => protocol)).toEqual(['quick', 'rare']);
		expect(caveats.join(' ')).toContain('two most frequent');
		expect((await answer(confounded, { search: 'protocol=slow&protocol=quick' })).caveats.join(' ')).not.toContain('two most frequent');
	});

	it('says that differences are not effects', async () => {
		expect((await answer(confounded)).caveats[0]).toContain('not drawn by lot');
	});

	it('refuses where there is one protocol', async () => {
		expect((await answer(around(20, 4, { protocol: 'slow' }))).conditions).toMatchObject([{ sides: null, refusal: 'fewer than two protocols are recorded among these episodes' }]);
	});

	it('refuses where a covariate separates the protocols, without a plain difference', async () => {
		const { conditions } = await answer([...around(20, 4, { protocol: 'slow', sex: 'man' }), ...around(20, 4, { protocol: 'quick', sex: 'woman' })]);
		expect(conditions).toMatchObject([{ refusal: expect.stringContaining('do not overlap'), unadjusted: null, ancova: null, weighted: null, sides: [{ lastMean: null }, { lastMean: null }] }]);
	});

	it('refuses where the score at session 1 separates the protocols', async () => {
		const { conditions } = await answer([...around(20, 4, { protocol: 'slow' }, 8), ...around(20, 4, { protocol: 'quick' }, 5), ...around(2, 4, { protocol: 'quick' }, 4)]);
		expect(conditions).toMatchObject([{ refusal: expect.stringContaining('separate'), weighted: null }]);
	});

	it('refuses where the scores do not vary', async () => {
		const { conditions } = await answer([...repeat(20, { protocol: 'slow', scores: [8, 4] }), ...repeat(20, { protocol: 'quick', scores: [8, 4] })]);
		expect(conditions).toMatchObject([{ refusal: 'the last scores do not vary', unadjusted: null }]);
	});

	it('sets aside the level that only one protocol has', async () => {
		const { conditions } = await answer([...confounded, ...around(20, 1, { protocol: 'slow', sex: 'other' })]);
		expect(conditions).toMatchObject([{ sides: [{ n: 80 }, { n: 60 }], ancova: { estimate: expect.closeTo(-1, 10) }, weighted: { estimate: expect.closeTo(-1, 10) } }]);
	});

	it('refuses where fewer patients than the minimum cell have a protocol, however many episodes they have', async () => {
		const few = around(20, 4, { protocol: 'quick' }).map((episode, index) => ({ ...episode, patient: 1000 + (index % 10) }));
		const { conditions } = await answer([...around(20, 4, { protocol: 'slow' }), ...few], { minimumCell: 11 });
		expect(conditions).toMatchObject([{ sides: [{ episodes: null, n: null }, { episodes: null, n: null }], refusal: expect.stringContaining('fewer than 11'), balance: [] }]);
	});

	it('withholds how many were followed, and the digits that give it away, where few were not', async () => {
		const { conditions } = await answer([...confounded, ...repeat(1, { protocol: 'slow', sex: 'man', scores: [8, 4] }), ...repeat(3, { protocol: 'slow', scores: [8] })], { minimumCell: 11 });
		expect(conditions).toMatchObject([{ sides: [{ episodes: 64, n: null, lastMean: 4 }, { n: 60, lastMean: 6 }], unadjusted: { estimate: -2, lower: expect.closeTo(-2.63, 8) }, response: null }]);
	});

	it('withholds the counts from which a small third protocol could be derived', async () => {
		const { conditions } = await answer([...confounded, ...around(4, 5, { protocol: 'slow', sex: 'man' }), ...around(4, 5, { protocol: 'rare' })], { minimumCell: 11 });
		expect(conditions).toMatchObject([{ sides: [{ episodes: 64, n: 64 }, { episodes: null, n: null }] }]);
	});

	it('withholds responses from which the few of a third protocol could be derived', async () => {
		const third = [...repeat(20, { protocol: 'rare', scores: [8, 8] }), ...repeat(5, { protocol: 'rare', scores: [8, 4] })];
		const two = [...around(40, 5, { protocol: 'slow' }, 7), ...around(40, 5, { protocol: 'quick' }, 7)];
		expect((await answer(two, { minimumCell: 11 })).conditions).toMatchObject([{ response: { shares: [{ count: 20 }, { count: 20 }] } }]);
		expect((await answer([...two, ...third], { minimumCell: 11 })).conditions).toMatchObject([{ sides: [{ n: 40 }, { n: 40 }], response: null }]);
	});

	it('withholds the balance of a level that few patients have, and of another that would give it away', async () => {
		const { conditions } = await answer([...confounded, ...around(4, 5, { protocol: 'slow', sex: 'other' }), ...around(14, 5, { protocol: 'quick', sex: 'other' })], { minimumCell: 11 });
		const shown = conditions[0]?.balance.filter(({ covariate }) => covariate === 'sex').map(({ level, before, suppressed }) => [level, before === null, suppressed]);
		expect(shown).toEqual([['man', false, false], ['other', true, true], ['woman', true, true]]);
	});

	it('pools the conditions that compare the same two protocols', async () => {
		const { pooled } = await answer([...confounded, ...confounded.map((episode) => ({ ...episode, condition: 'knee' }))]);
		expect(pooled).toMatchObject([{ first: 'slow', second: 'quick', conditions: ['heel', 'knee'], weighted: { estimate: expect.closeTo(-1, 10), i2: 0, df: 1 } }]);
		expect((await answer(confounded)).pooled).toEqual([]);
	});

	it('answers about nobody', async () => {
		expect(await answer([])).toMatchObject({ conditions: [], pooled: [] });
	});

	it('gives a row a condition and kind of difference as its table', async () => {
		const { columns, rows } = comparison.table(await answer(confounded));
		expect(rows.map((row) => row[columns.indexOf('comparison')])).toEqual(['unadjusted', 'ancova', 'overlap-weighted', 'response', 'response-overlap-weighted']);
	});
});
