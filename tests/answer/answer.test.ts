import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, afterEach, beforeAll, describe, expect, test, vi } from 'vitest';
import { parseFilters } from '#lib/questions/filters.ts';
import { answer } from '#lib/server/answer.ts';
import { ask, UnknownWord } from '#lib/server/ask.ts';
import { openWarehouse, type Warehouse } from '#lib/server/warehouse/open.ts';
import { importInto } from '../intake/import-into.ts';

const header = ['patient_id', 'condition', 'session_number', 'session_date', 'pain_before', 'protocol', 'clinic', 'therapist', 'payer', 'sex', 'age_band', 'symptom_weeks'];

/** 60 patients, two visits each: 5 had deep tissue massage, 20 exercise only, 35 retained needles. */
const people = Array.from({ length: 60 }, (_, i) => ({
	i,
	condition: i % 2 === 0 ? 'knee pain' : 'hip pain',
	protocol: i < 5 ? 'deep tissue massage' : i < 25 ? 'exercise only' : 'dry needling retained',
	clinic: i % 3 === 0 ? 'North' : 'South',
	therapist: `T${i % 4}`,
	payer: i % 5 === 0 ? 'insurance' : 'self',
	sex: i % 2 === 0 ? 'female' : 'male',
	age: i < 30 ? '20-29' : '60+',
	weeks: i < 15 ? 2 : 200,
	month: i < 40 ? '2023-02' : '2024-08',
}));
const lines = people.flatMap(({ i, condition, protocol, clinic, therapist, payer, sex, age, weeks, month }) =>
	[1, 2].map((visit) => [`P${i}`, condition, visit, `${month}-0${visit}`, 8 - visit - (i % 3), protocol, clinic, therapist, payer, sex, age, weeks].join(',')),
);

let folder: string;
let warehouse: Warehouse;

beforeAll(async () => {
	folder = await mkdtemp(join(tmpdir(), 'needlepoint-'));
	const { rejected } = await importInto(folder, { 'a.csv': [header.join(','), ...lines] });
	if (rejected > 0) throw new Error('the records of this test must be sound');
	warehouse = await openWarehouse(join(folder, 'warehouse'), '500MB');
});

afterEach(() => {
	vi.unstubAllEnvs();
});

afterAll(async () => {
	warehouse.close();
	await rm(folder, { recursive: true });
});

const recovery = (search = '') => answer(warehouse, 'recovery', parseFilters(new URLSearchParams(search)));

async function episodes(search: string): Promise<number> {
	vi.stubEnv('NEEDLEPOINT_MINIMUM_CELL', '1');
	return (await recovery(search)).groups.reduce((total, group) => total + (group.episodes ?? 0), 0);
}

describe('an answer', () => {
	test('says what was asked, of which snapshot, how, and what to beware of', async () => {
		expect(await recovery('condition=Knee+pain')).toMatchObject({
			question: 'recovery',
			filters: { condition: ['knee-pain'], measure: null, by: null },
			snapshot: { id: expect.stringMatching(/^[0-9A-Z]{26}$/u), publishedAt: expect.stringMatching(/^\d{4}-/u), synthetic: false, sessions: 120, episodes: 60 },
			groups: [{ condition: 'knee-pain', episodes: 30, points: [{ session: 1, n: 30, suppressed: false }, { session: 2, n: 30, suppressed: false }] }],
			method: { text: expect.any(Array), formula: expect.any(Array), citations: expect.any(Array), sql: expect.any(Array) },
			caveats: expect.any(Array),
		});
	});

	test('is refused to a program that asks with an unknown word', async () => {
		await expect(ask(warehouse, 'recovery', parseFilters(new URLSearchParams('condition=elbow')))).rejects.toThrow(UnknownWord);
	});

	test('comes as a table with a row a point', async () => {
		const { table } = await ask(warehouse, 'recovery', parseFilters(new URLSearchParams()));
		expect(table.rows).toHaveLength(4);
	});
});

describe('a filter', () => {
	test.each([
		['', () => true],
		['condition=knee-pain', ({ i }) => i % 2 === 0],
		['protocol=exercise-only', ({ i }) => i >= 5 && i < 25],
		['clinic=North', ({ i }) => i % 3 === 0],
		['clinic=North&clinic=South', () => true],
		['therapist=T1&therapist=T2', ({ i }) => i % 4 === 1 || i % 4 === 2],
		['payer=insurance', ({ i }) => i % 5 === 0],
		['sex=female', ({ i }) => i % 2 === 0],
		['age-band=60%2B', ({ i }) => i >= 30],
		['chronicity=acute', ({ i }) => i < 15],
		['period=2023', ({ i }) => i < 40],
		['period=2024-Q3', ({ i }) => i >= 40],
		['clinic=North&sex=male&period=2023', ({ i }) => i % 3 === 0 && i % 2 === 1 && i < 40],
		['clinic=Nowhere', () => false],
	] satisfies [string, (person: { i: number }) => boolean][])('selects what it says: %s', async (search, selects) => {
		expect(await episodes(search)).toBe(people.filter(selects).length);
	});
});

describe('a small cell', () => {
	test('is withheld, and the next smallest of its protocols with it', async () => {
		vi.stubEnv('NEEDLEPOINT_MINIMUM_CELL', '5');
		const { groups } = await recovery('by=protocol&condition=knee-pain');
		expect(Object.fromEntries(groups.map(({ protocol, episodes: shown }) => [protocol, shown]))).toEqual({ 'deep-tissue-massage': null, 'exercise-only': null, 'dry-needling-retained': 17 });
	});

	test('is one of fewer than 11 patients where nothing else is said', async () => {
		expect((await recovery('condition=knee-pain&protocol=exercise-only')).groups.map(({ episodes: shown }) => shown)).toEqual([null]);
	});

	test('is shown where the minimum of the deployment is lower', async () => {
		vi.stubEnv('NEEDLEPOINT_MINIMUM_CELL', '1');
		const { groups } = await recovery('by=protocol&condition=knee-pain');
		expect(groups.map(({ episodes: shown }) => shown).sort()).toEqual([10, 17, 3]);
	});

	test('of a selection leaves nothing but its name', async () => {
		vi.stubEnv('NEEDLEPOINT_MINIMUM_CELL', '31');
		expect((await recovery('condition=knee-pain')).groups).toEqual([
			{ condition: 'knee-pain', axis: 'sessions', delta: null, episodes: null, points: [], model: null, notEstimable: null, restricted: [], staying: [], notWeighted: null, left: [], shifted: [], tipping: null },
		]);
	});
});
