import { beforeAll, describe, expect, test } from 'vitest';
import { caseMixPredictors } from '#lib/questions/variation/case-mix.ts';
import type { VariationFunnel, VariationResult } from '#lib/questions/variation/result.ts';
import { variation } from '#lib/questions/variation/variation.server.ts';
import { relativeError } from '../statistics/relative-error.ts';
import { askingOf, type Value } from './asking-of.ts';
import fixture from './variation.json' with { type: 'json' };

type Episode = Readonly<{ patient: number; condition: string; chronicity: string; sex: string; age: string; clinic: string | null; therapist: string | null; first: number; last: number | null }>;

const plain: Episode = { patient: 1, condition: 'knee-pain', chronicity: 'acute', sex: 'male', age: '20-29', clinic: 'North', therapist: 'n1', first: 6, last: 5 };

async function asking(episodes: readonly Episode[], options: Parameters<typeof askingOf>[1] = {}, measure = 'nprs', notRecorded = 'not-recorded') {
	const text = (value: string): Value => (value === notRecorded ? null : value);
	const keyed = episodes.map((episode, i) => ({ ...episode, key: i + 1 }));
	return askingOf(
		{
			cohort: { columns: 'episode_key INTEGER, patient_key INTEGER, condition VARCHAR', rows: keyed.map(({ key, patient, condition }) => [key, patient, condition]) },
			episodes: {
				columns: 'episode_key INTEGER, chronicity VARCHAR, sex VARCHAR, age_band VARCHAR, clinic VARCHAR, therapist VARCHAR',
				rows: keyed.map((each) => [each.key, text(each.chronicity), text(each.sex), text(each.age), each.clinic, each.therapist]),
			},
			scores: {
				columns: 'episode_key INTEGER, session_number INTEGER, measure VARCHAR, score DOUBLE',
				rows: keyed.flatMap(({ key, first, last }): Value[][] => [[key, 1, measure, first], ...(last === null ? [] : [[key, 2, measure, first], [key, 4, measure, last]])]),
			},
		},
		options,
	);
}

async function ask(episodes: readonly Episode[], options: Parameters<typeof askingOf>[1] = {}, measure?: string): Promise<VariationResult> {
	const { minimumCell = 11 } = options;
	return variation.protect(await variation.ask(await asking(episodes, options, measure)), minimumCell);
}

/** `count` episodes of as many patients from patient `from` on, the first `responders` of which respond. */
function some(count: number, responders: number, from: number, episode: Partial<Episode>): Episode[] {
	return Array.from({ length: count }, (_, i) => ({ ...plain, patient: from + i, first: 5 + (i % 4), last: i < responders ? 2 : 5 + (i % 4), ...episode }));
}

const unitOf = (funnel: VariationFunnel, unit: string) => funnel.units.find((each) => each.unit === unit);

describe('variation, against R', () => {
	let result: VariationResult;
	beforeAll(async () => {
		result = await ask(fixture.episodes, { minimumCell: 1 });
	});

	test.each(['clinics', 'therapists'] as const)('%s are as glm, lm and the formulas have them, to 1e-8', (level) => {
		for (const outcome of ['response', 'change'] as const) {
			const funnel = result[level][outcome];
			const expected = fixture[level][outcome];
			const points = funnel.units.flatMap(({ unit, point }) => (point === null ? [] : [{ unit, ...point }]));
			const byName = [...expected.points].sort((a, b) => a.unit.localeCompare(b.unit, 'en'));
			expect(points.map(({ unit }) => unit)).toEqual(byName.map(({ unit }) => unit));
			const numbers = (all: readonly Readonly<{ observed: number; expected: number; z: number }>[]) => all.flatMap((each) => [each.observed, each.expected, each.z]);
			expect(relativeError(numbers(points), numbers(byName))).toBeLessThan(1e-8);
			const { correlation: likeness = 0, designEffect = 1 } = funnel.repeated ?? {};
			expect(relativeError([likeness * (designEffect - 1), designEffect], [expected.repeated.rho * (expected.repeated.designEffect - 1), expected.repeated.designEffect])).toBeLessThan(1e-8);
			const { phi = NaN, tau2 = NaN } = funnel.overDispersion ?? {};
			const { estimate = NaN, lower = NaN, upper = NaN } = funnel.correlation ?? {};
			const { correlation } = expected;
			expect(relativeError([funnel.overall ?? NaN, phi, tau2, estimate, lower, upper], [expected.overall, expected.phi, expected.tau2, correlation.estimate, correlation.lower, correlation.upper])).toBeLessThan(1e-8);
		}
	});

	test('units are in alphabetical order, and those of fewer than 30 episodes make no point', () => {
		expect(result.clinics.response.units.map(({ unit }) => unit)).toEqual(['ash', 'Birch', 'Cedar', 'Dogwood']);
		const last = fixture.therapists.response.units.find(({ unit }) => unit === 't9');
		expect(unitOf(result.therapists.response, 't9')).toEqual({ unit: 't9', n: last?.n, status: 'too-few', point: null });
	});

	test('widened limits decide what is beyond, and shrunken estimates lie closer together than the standardised', () => {
		const { units, overDispersion } = result.therapists.change;
		expect(overDispersion?.tau2).toBeGreaterThan(0);
		for (const { point } of units) {
			if (point === null) continue;
			expect(Math.abs(point.zWidened)).toBeLessThan(Math.abs(point.z));
			expect(point.beyond).toBe(Math.abs(point.zWidened) > 3.0902 ? '99.8' : Math.abs(point.zWidened) > 1.95996 ? '95' : 'neither');
		}
		const points = units.flatMap(({ point }) => (point === null ? [] : [point]));
		const spread = (values: readonly number[]) => Math.max(...values) - Math.min(...values);
		expect(spread(points.map(({ shrunken }) => shrunken?.estimate ?? NaN))).toBeLessThan(spread(points.map(({ standardised }) => standardised.estimate)));
	});

	test('limits start at 30 episodes, close in, and stop at the largest unit', () => {
		const { limits, units, overall } = result.clinics.change;
		const [first] = limits;
		const last = limits.at(-1);
		expect([first?.n, last?.n]).toEqual([30, Math.max(...units.map(({ n }) => n ?? 0))]);
		expect(first?.chance95.lower).toBeLessThan(last?.chance95.lower ?? NaN);
		expect(((first?.chance95.lower ?? NaN) + (first?.chance95.upper ?? NaN)) / 2).toBeCloseTo(overall ?? NaN, 10);
		expect(first?.chance998.lower).toBeLessThan(first?.chance95.lower ?? NaN);
	});
});

describe('variation', () => {
	const north = some(40, 20, 0, {});
	const south = some(60, 30, 100, { clinic: 'South', therapist: 's1' });

	test('counts responders among all who started, and change among those scored again', async () => {
		const left = some(20, 20, 200, { last: null });
		const { clinics } = await ask([...north, ...south, ...left]);
		expect(unitOf(clinics.response, 'North')).toMatchObject({ n: 60, point: { observed: 20 / 60 } });
		expect(unitOf(clinics.change, 'North')).toMatchObject({ n: 40, point: { observed: -((3 + 4 + 5 + 6) / 4) / 2 } });
		expect(clinics.response).toMatchObject({ n: 120, overall: 50 / 120 });
	});

	test('expects the same of units with the same case mix', async () => {
		const { clinics } = await ask([...north, ...south]);
		for (const { point } of clinics.response.units) expect([point?.observed, point?.expected.toFixed(9), point?.beyond]).toEqual([0.5, '0.500000000', 'neither']);
		expect(clinics.response.correlation?.estimate).toBe(0);
	});

	test('withholds a small unit, and the next so that it cannot be subtracted, with its therapists', async () => {
		const east = some(5, 2, 300, { clinic: 'East', therapist: 'e1' });
		const { clinics, therapists } = await ask([...north, ...south, ...east]);
		expect(clinics.response.units.map(({ unit, n, status }) => [unit, n, status])).toEqual([['East', null, 'withheld'], ['North', null, 'withheld'], ['South', 60, 'shown']]);
		expect(therapists.change.units.map(({ unit, n, status }) => [unit, n, status])).toEqual([['e1', null, 'withheld'], ['n1', null, 'withheld'], ['s1', 60, 'shown']]);
	});

	test('counts episodes of no clinic as what a small clinic could be subtracted from', async () => {
		const nowhere = some(5, 2, 300, { clinic: null, therapist: null });
		const { clinics } = await ask([...north, ...south, ...nowhere]);
		expect(clinics.response.units.map(({ unit, status }) => [unit, status])).toEqual([['North', 'withheld'], ['South', 'shown']]);
	});

	test('withholds the response of a unit with few responders, but not its size or change', async () => {
		const { clinics } = await ask([...some(40, 4, 0, {}), ...south, ...some(80, 40, 400, { clinic: 'West', therapist: 'w1' })]);
		expect(unitOf(clinics.response, 'North')).toEqual({ unit: 'North', n: 40, status: 'withheld', point: null });
		expect(unitOf(clinics.response, 'South')?.status).toBe('withheld');
		expect(unitOf(clinics.response, 'West')?.status).toBe('shown');
		expect(unitOf(clinics.change, 'North')?.status).toBe('shown');
	});

	test('says why there is no funnel', async () => {
		expect((await ask([])).clinics.response).toMatchObject({ n: null, notEstimable: 'there are too few patients' });
		expect((await ask(some(40, 40, 0, {}))).clinics.response.notEstimable).toBe('all episodes have the same outcome');
		expect((await ask(some(40, 0, 0, { first: 6, last: 6 }))).clinics.change.notEstimable).toBe('the case mix leaves no difference between episodes');
		expect((await ask(some(40, 20, 0, { clinic: null }))).clinics.change.notEstimable).toBe('no clinic is recorded');
		expect((await ask(some(25, 12, 0, {}))).clinics.change.notEstimable).toBe('no clinic can be shown with 30 episodes or more');
		expect((await ask(some(40, 20, 0, {}), { search: 'measure=akps' }, 'akps')).clinics.response.notEstimable).toBe('no threshold of a meaningful change is recorded for these scores');
	});

	test('never gives what is not a number, whatever there is', async () => {
		for (const episodes of [some(12, 6, 0, {}), some(31, 15, 0, {}), [...some(31, 15, 0, { first: 0, last: 0 }), ...south], some(40, 1, 0, {})]) {
			expect(JSON.stringify(await variation.ask(await asking(episodes)), (_, value: unknown) => (Number.isNaN(value) ? 'NaN' : value))).not.toMatch(/"NaN"|Infinity/);
		}
	});

	test('follows the threshold that is asked for, and measures where more is better', async () => {
		const chosen = await ask([...north, ...south], { search: 'threshold=pain-free' });
		expect([chosen.threshold, chosen.clinics.response.notEstimable]).toEqual(['no pain left', 'all episodes have the same outcome']);
		const better = some(40, 20, 0, {}).map((each, i) => ({ ...each, first: 40, last: i < 20 ? 70 : 41 + (i % 3) }));
		const { clinics, threshold } = await ask(better, { search: 'measure=lefs' }, 'lefs');
		expect(threshold).toBe('at least 9 points better');
		expect(unitOf(clinics.response, 'North')).toMatchObject({ n: 40, point: { observed: 0.5 } });
	});

	test('its table has a row a unit and outcome, empty where withheld', async () => {
		const { columns, rows } = variation.table(await ask([...some(40, 4, 0, {}), ...south]));
		expect(rows.map((row) => row.slice(0, 4))).toContainEqual(['clinic', 'North', 'response', 40]);
		expect(rows.every((row) => row.length === columns.length)).toBe(true);
		expect(rows.find(([, unit, outcome]) => unit === 'North' && outcome === 'response')?.at(-1)).toBe('true');
	});

	test('caveats say that a difference may be of the patients, and how many points chance alone puts outside', async () => {
		const given = await asking([...north, ...south]);
		const caveats = variation.caveats(variation.protect(await variation.ask(given), 11), given);
		expect(caveats.join('\n')).toMatch(/of the patients and not of the care/);
		expect(caveats.join('\n')).toMatch(/Of 8 points here, about 1 would lie outside/);
	});
});

describe('caseMixPredictors', () => {
	const row = { condition: 'a', chronicity: 'b', sex: 'c', ageBand: 'd', baseline: 0.5, support: [20] };

	test('are 1, the baseline and its square about the middle, and an indicator for each level but the commonest', () => {
		const rows = [row, { ...row, sex: 'd', baseline: 0.8, support: [15] }];
		expect(caseMixPredictors(rows)).toEqual([[1, 0, 0, 0], [1, expect.closeTo(0.3), expect.closeTo(0.09), 1]]);
	});

	test('join levels of too few episodes, and leave them with the commonest where they still are too few', () => {
		const few = [row, { ...row, sex: 'd', support: [6] }, { ...row, sex: 'e', support: [6] }];
		expect(caseMixPredictors(few).map((x) => x.slice(3))).toEqual([[0], [1], [1]]);
		expect(caseMixPredictors(few.slice(0, 2)).map((x) => x.slice(3))).toEqual([[], []]);
	});

	test('ask for enough of either outcome', () => {
		const rows = [{ ...row, support: [20, 20] }, { ...row, sex: 'd', support: [30, 4] }];
		expect(caseMixPredictors(rows).map((x) => x.slice(3))).toEqual([[], []]);
	});
});
