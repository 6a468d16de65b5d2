import { beforeAll, describe, expect, test } from 'vitest';
import { cost } from '#lib/questions/cost/cost.server.ts';
import type { CostResult } from '#lib/questions/cost/result.ts';
import type { Asking } from '#lib/questions/question.ts';
import { meanInterval } from '#lib/statistics/mean-interval.ts';
import { seededUniform } from '#lib/statistics/seeded-uniform.ts';
import { askingOf, type Value } from './asking-of.ts';

/** Scores at sessions 1, 2, …; null where a session has none. Every session has the price, in the currency. */
type Episode = Readonly<{ patient: number; protocol: string; payer?: string; scores: readonly (number | null)[]; price: number | null; currency?: string; measure?: string }>;

const times = (count: number, from: number, episode: Omit<Episode, 'patient'>): Episode[] => Array.from({ length: count }, (_, i) => ({ patient: from + i, ...episode }));

/**
 * Retained needles: 6 respond in 2 sessions of 100, 2 do not in 3 of 100. Exercise: 3 respond in 2 of 60, 5 do not in 4 of 60. One has no first
 * score, one no price; 4 pay 90 in another currency.
 */
const episodes: readonly Episode[] = [
	...times(6, 0, { protocol: 'dry-needling-retained', scores: [8, 4], price: 100 }),
	...times(2, 10, { protocol: 'dry-needling-retained', scores: [8, 7, 7], price: 100, payer: 'insurance' }),
	...times(3, 20, { protocol: 'exercise-only', scores: [6, 3], price: 60 }),
	...times(5, 30, { protocol: 'exercise-only', scores: [6, 6, 6, 6], price: 60 }),
	...times(1, 40, { protocol: 'exercise-only', scores: [null, 3], price: 60 }),
	...times(1, 50, { protocol: 'exercise-only', scores: [6, 3], price: null }),
	...times(4, 60, { protocol: 'exercise-only', scores: [6, 3], price: 90, currency: 'EUR' }),
];

async function asked(all: readonly Episode[], minimumCell: number, search = ''): Promise<CostResult> {
	return cost.protect(await cost.ask(await askingAbout(all, minimumCell, search)), minimumCell);
}

async function askingAbout(all: readonly Episode[], minimumCell: number, search: string): Promise<Asking> {
	const keyed = all.map((episode, key) => ({ key, condition: 'low-back-pain', payer: 'self-pay', currency: 'USD', measure: 'nprs', ...episode }));
	const sessions = keyed.flatMap(({ key, scores, price, currency }) => scores.map((_, i): Value[] => [key, i + 1, price, price === null ? null : currency]));
	const scored = keyed.flatMap(({ key, scores, measure }) => scores.flatMap((score, i): Value[][] => (score === null ? [] : [[key, i + 1, measure, score]])));
	return askingOf(
		{
			cohort: { columns: 'episode_key INTEGER, patient_key INTEGER, condition VARCHAR', rows: keyed.map(({ key, patient, condition }) => [key, patient, condition]) },
			episodes: { columns: 'episode_key INTEGER, protocol VARCHAR, payer VARCHAR', rows: keyed.map(({ key, protocol, payer }) => [key, protocol, payer]) },
			sessions: { columns: 'episode_key INTEGER, session_number INTEGER, cost DOUBLE, currency VARCHAR', rows: sessions },
			scores: { columns: 'episode_key INTEGER, session_number INTEGER, measure VARCHAR, score DOUBLE', rows: scored },
		},
		{ minimumCell, search },
	);
}

const find = <Row extends { currency: string; name: string }>(rows: readonly Row[], name: string, currency = 'USD') => rows.find((row) => row.name === name && row.currency === currency);
const finite = (result: CostResult) => !JSON.stringify(result, (_, value) => (typeof value === 'number' && !Number.isFinite(value) ? 'not finite' : value)).includes('not finite');

let open: CostResult;

beforeAll(async () => {
	open = await asked(episodes, 1);
});

describe('cost', () => {
	test('of a session is given by currency, protocol and payer, with both intervals', () => {
		// 18 visits at 100, 28 at 60
		expect(find(open.sessions, 'all')).toMatchObject({ n: 46, patients: 17, mean: (1800 + 28 * 60) / 46, median: 60, q1: 60, q3: 100, withinRange: { count: 18, n: 46 } });
		expect(find(open.sessions, 'insurance')).toMatchObject({ n: 6, mean: 100 });
		expect(find(open.sessions, 'all')?.robust).not.toEqual(find(open.sessions, 'all')?.interval);
	});

	test('never adds currencies, nor judges one by the price range of another', () => {
		expect(find(open.sessions, 'all', 'EUR')).toMatchObject({ n: 8, mean: 90, withinRange: null });
		expect(open.sessions.filter(({ name }) => name === 'all')).toHaveLength(2);
	});

	test('of an episode is the sum over its visits, where all have a price and response can be judged', () => {
		const sums = [...Array.from({ length: 6 }, () => 200), 300, 300];
		const sd = Math.sqrt(sums.reduce((all, each) => all + (each - 225) ** 2, 0) / 7);
		const interval = meanInterval({ n: 8, mean: 225, sd });
		expect(find(open.episodes, 'dry-needling-retained')).toMatchObject({ n: 8, mean: 225, interval: { lower: expect.closeTo(interval?.lower ?? 0, 9), upper: expect.closeTo(interval?.upper ?? 0, 9) } });
		expect(open.coverage).toEqual({ episodes: 22, complete: 21, judged: 20 });
	});

	test('of a responder is all that was spent by those who responded', () => {
		expect(find(open.responders, 'dry-needling-retained')).toMatchObject({ n: 8, responders: 6, estimate: 300 });
		expect(find(open.responders, 'exercise-only')).toMatchObject({ n: 8, responders: 3, estimate: (3 * 120 + 5 * 240) / 3 });
	});

	test('of a responder has two intervals that hold the estimate, the same each time', async () => {
		const shown = find(open.responders, 'dry-needling-retained');
		for (const interval of [shown?.fieller, shown?.bootstrap]) {
			expect(interval?.lower).toBeLessThan(300);
			expect(interval?.upper).toBeGreaterThan(300);
		}
		expect(find((await asked(episodes, 1)).responders, 'dry-needling-retained')?.bootstrap?.upper).toBeCloseTo(shown?.bootstrap?.upper ?? NaN, 9);
	});

	test('of an extra responder says why it has none', () => {
		expect(open.pairs.map(({ protocol, against }) => [protocol, against])).toEqual([['dry-needling-retained', 'exercise-only']]);
		const [pair] = open.pairs;
		expect(pair).toMatchObject({ n: 8, againstN: 8, difference: { cost: 225 - 195, effect: 6 / 8 - 3 / 8 }, perExtraResponder: null });
		expect(pair?.notEstimable).toContain('do not differ beyond chance');
	});

	test('of an extra responder does not exist where one protocol cost less and had more responders', async () => {
		const [pair] = (await asked([...times(30, 0, { protocol: 'a', scores: [8, 4], price: 40 }), ...times(30, 100, { protocol: 'b', scores: [8, 8], price: 100 })], 11)).pairs;
		expect(pair).toMatchObject({ perExtraResponder: null, notEstimable: 'episodes of the first protocol cost less and had more responders: an extra one has no price' });
	});

	test('of an extra responder has an interval where both differences are sure', async () => {
		const many = [...times(60, 0, { protocol: 'a', scores: [8, 4], price: 100 }), ...times(20, 100, { protocol: 'a', scores: [8, 8], price: 100 }), ...times(20, 200, { protocol: 'b', scores: [8, 4], price: 50 }), ...times(60, 300, { protocol: 'b', scores: [8, 8], price: 50 })];
		const [pair] = (await asked(many, 11)).pairs;
		expect(pair).toMatchObject({ difference: { cost: 100, effect: 0.5, costVariance: 0 }, perExtraResponder: { estimate: 200 }, notEstimable: null });
		// p (1 - p) / n on each side, times G / (G - 1)
		expect(pair?.difference?.effectVariance).toBeCloseTo(((2 * 0.75 * 0.25) / 80) * (160 / 159), 12);
		expect(pair?.plane).toHaveLength(200);
		expect(pair?.acceptability.at(0)).toEqual({ willingness: 0, chance: 0 });
		expect(pair?.acceptability.at(-1)?.chance).toBeGreaterThan(0.95);
	});

	test('follows the threshold that is asked for', async () => {
		expect((await asked(episodes, 1, 'threshold=pain-free')).responders[0]).toMatchObject({ responders: 0, estimate: null, notEstimable: 'nobody responded' });
	});

	test('counts a higher score as better where the measure does', async () => {
		const steps = times(12, 0, { protocol: 'exercise-only', scores: [40, 60], price: 10 }).concat(times(12, 20, { protocol: 'exercise-only', scores: [60, 40], price: 10 }));
		const result = await asked(steps.map((episode) => ({ ...episode, measure: 'lefs' })), 1, 'measure=lefs');
		expect(result.responders[0]).toMatchObject({ n: 24, responders: 12 });
	});
});

describe('small cells', () => {
	test('are withheld, with the sibling that would give them away', async () => {
		const { sessions, responders, pairs } = await asked(episodes, 3);
		expect(sessions.filter(({ part, currency }) => part === 'payer' && currency === 'USD').map(({ name, mean, suppressed }) => [name, mean, suppressed])).toEqual([['insurance', null, true], ['self-pay', null, true]]);
		expect(find(responders, 'dry-needling-retained')).toMatchObject({ estimate: null, suppressed: true });
		expect(find(responders, 'exercise-only')).toMatchObject({ estimate: null, suppressed: true });
		expect(pairs.every(({ suppressed, plane }) => suppressed && plane.length === 0)).toBe(true);
	});
});

describe('degenerate records', () => {
	test('give no number that is not one', async () => {
		const [only] = episodes;
		expect(finite(await asked([], 1))).toBe(true);
		expect(finite(await asked(only === undefined ? [] : [only], 1))).toBe(true);
		expect(finite(await asked(times(15, 0, { protocol: 'exercise-only', scores: [6, 3], price: 0 }), 1))).toBe(true);
		expect(finite(await asked(times(15, 0, { protocol: 'exercise-only', scores: [6, 6], price: 50 }), 1))).toBe(true);
	});

	test('without a threshold still give the cost of an episode', async () => {
		const { responders, episodes: spreads } = await asked(times(15, 0, { protocol: 'exercise-only', scores: [null, null], price: 50 }), 1);
		expect(responders).toEqual([]);
		expect(find(spreads, 'all')).toMatchObject({ n: 15, mean: 100 });
	});
});

describe('protocols compared', () => {
	test('have the variances that follow from each patient’s episodes, under one protocol or several', async () => {
		const protocols = ['dry-needling-retained', 'exercise-only', 'massage'];
		const random = seededUniform(7);
		const all = Array.from({ length: 90 }, (_, i): Episode => ({ patient: i % 50, protocol: protocols[i < 50 ? i % 3 : Math.floor(random() * 3)] ?? '', scores: [8, random() < 0.5 ? 3 : 8], price: 20 + Math.floor(random() * 80) }));
		const { pairs } = await cost.ask(await askingAbout(all, 1, ''));
		expect(pairs).toHaveLength(3);
		for (const { protocol, against, n, againstN, ownCost, againstCost, ownEffect, againstEffect, ...row } of pairs) {
			const brought = new Map<number, { cost: number; effect: number }>();
			for (const { patient, protocol: own, price, scores } of all.filter((episode) => [protocol, against].includes(episode.protocol))) {
				const before = brought.get(patient) ?? { cost: 0, effect: 0 };
				const [spent, responded] = [2 * (price ?? 0), Number(scores[1] === 3)];
				const [byCost, byEffect] = own === protocol ? [(spent - ownCost) / n, (responded - ownEffect) / n] : [-(spent - againstCost) / againstN, -(responded - againstEffect) / againstN];
				brought.set(patient, { cost: before.cost + byCost, effect: before.effect + byEffect });
			}
			const scale = brought.size / (brought.size - 1);
			const sum = (of: (each: { cost: number; effect: number }) => number) => [...brought.values()].reduce((total, each) => total + of(each), 0) * scale;
			expect(row).toMatchObject({
				clusters: brought.size,
				costVariance: expect.closeTo(sum((each) => each.cost ** 2), 9),
				effectVariance: expect.closeTo(sum((each) => each.effect ** 2), 9),
				covariance: expect.closeTo(sum((each) => each.cost * each.effect), 9),
			});
		}
	});
});
