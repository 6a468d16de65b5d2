import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { measureOf } from '#lib/charts/measure.ts';
import { defaultCodebook } from '#lib/codebook/default-codebook.ts';
import { codebook as schema } from '#lib/codebook/schema.ts';
import { parseFilters } from '#lib/questions/filters.ts';
import { isQuestion, questions, type QuestionName } from '#lib/questions/registry.server.ts';
import { answer } from '#lib/server/answer.ts';
import { openWarehouse, type Warehouse } from '#lib/server/warehouse/open.ts';
import { figuresOf } from '#lib/figures/figures-of.server.ts';
import { importInto } from '../intake/import-into.ts';
import { relativeError } from '../statistics/relative-error.ts';
import { visitLines } from './made-up-visits.ts';
import { untellable } from './untellable.ts';

const threshold = { id: 'enough', label: 'enough', kind: 'points', primary: true, citation: 'made up' } as const;
const climb = { id: 'climb', label: 'Stairs climbed', abbreviation: 'CLIMB', minimum: 0, maximum: 80, unit: 'stairs', better: 'higher', thresholds: [{ ...threshold, value: 16 }, { ...threshold, id: 'share', kind: 'percent', value: 25, primary: false }] } as const;
const swing = { id: 'swing', label: 'Swing', abbreviation: 'SWING', minimum: -50, maximum: 50, unit: 'degrees', better: 'lower', thresholds: [{ ...threshold, value: 20 }, { ...threshold, id: 'share', kind: 'percent', value: 25, primary: false }] } as const;
const codebook = schema.parse({ ...defaultCodebook, measures: [...defaultCodebook.measures, climb, swing] });

/** Each pain of 0 to 10 as the two measures would have it. */
const scales = { climb: (pain: number) => 80 - 8 * pain, swing: (pain: number) => 10 * pain - 50 } as const;

/** A number below `n` that looks drawn, the same each time. */
const drawn = (i: number, salt: number, n: number) => Math.floor((((i + 1) * 2_654_435_761 + salt * 40_503 * (i + 7) ** 2) % 4_294_967_296) / 65_536) % n;

/** 320 episodes of 280 patients over two protocols and clinics, whose courses differ in length and end. */
const courses = Array.from({ length: 320 }, (_, i) => ({
	patient: `P${i % 280}`,
	condition: 'knee pain',
	protocol: drawn(i, 1, 5) < 2 ? 'exercise only' : 'dry needling retained',
	clinic: drawn(i, 2, 3) === 0 ? 'North' : 'South',
	therapist: `T${drawn(i, 3, 3)}`,
	start: `202${3 + Math.floor(i / 160)}-0${1 + drawn(i, 4, 8)}-01`,
	scores: Array.from({ length: 1 + drawn(i, 5, 5) }, (_, visit) => Math.max(0, 8 - visit - drawn(i, 6 + visit, 4))),
	discharge: drawn(i, 12, 4) === 0 ? 'referred' : '',
}));

const names = Object.keys(questions).filter(isQuestion);

let folder: string;
const warehouses = new Map<string, Warehouse>();

beforeAll(async () => {
	folder = await mkdtemp(join(tmpdir(), 'needlepoint-'));
	for (const [measure, scale] of [['', (pain: number) => pain] as const, ...Object.entries(scales)]) {
		const top = join(folder, `of-${measure}`);
		const { rejected } = await importInto(top, { 'a.csv': visitLines(courses.map((course) => ({ ...course, measure, scores: course.scores.map(scale) }))) }, { codebook });
		if (rejected > 0) throw new Error('the records of this test must be sound');
		warehouses.set(measure, await openWarehouse(join(top, 'warehouse'), '500MB'));
	}
});

afterAll(async () => {
	for (const warehouse of warehouses.values()) warehouse.close();
	await rm(folder, { recursive: true });
});

async function asked<Name extends QuestionName>(name: Name, measure: string, search = '') {
	const warehouse = warehouses.get(measure);
	if (warehouse === undefined) throw new Error(measure);
	const filters = parseFilters(new URLSearchParams(measure === '' ? `threshold=points-2&${search}` : `measure=${measure}&${search}`));
	const given = await answer(warehouse, name, filters);
	const figures = figuresOf(name, given, { codebook, measure: measureOf(codebook, filters.measure), source: '' });
	return { given, shown: JSON.stringify([figures, questions[name].table(given)]) };
}

/** Whether a lower pain is a higher score, and by how much. */
const factors = { climb: -8, swing: 10 } as const;

describe.each(['climb', 'swing'] as const)('a measure of another range: %s', (measure) => {
	test.each(names)('gives %s numbers and figures that can be told', async (name) => {
		for (const search of ['', 'threshold=share']) {
			const { given, shown } = await asked(name, measure, search);
			expect(untellable(given)).toEqual([]);
			expect(shown).not.toMatch(/NaN|Infinity|undefined/);
		}
	});

	test('has the same responders by session as the pain that it is made from', async () => {
		const [own, pain] = [await asked('response', measure), await asked('response', '')];
		expect(own.given.groups[0]?.points.length).toBeGreaterThan(1);
		expect(own.given.groups.map(({ points, median, atLast }) => ({ points, median, atLast }))).toEqual(pain.given.groups.map(({ points, median, atLast }) => ({ points, median, atLast })));
	});

	test('has the same prognosis', async () => {
		const [own, pain] = [await asked('prognosis', measure), await asked('prognosis', '')];
		expect(own.given.groups[0]?.landmarks.some(({ n }) => n !== null)).toBe(true);
		expect(own.given.groups.map(({ landmarks }) => landmarks)).toEqual(pain.given.groups.map(({ landmarks }) => landmarks));
	});

	test('has the differences between protocols in its own units and direction', async () => {
		const [own, pain] = [await asked('comparison', measure), await asked('comparison', '')];
		const numbers = ({ given }: typeof own, factor: number) => given.conditions.flatMap(({ ancova, weighted, unadjusted }) => [ancova, weighted, unadjusted].flatMap((each) => [(each?.estimate ?? NaN) * factor, ((each?.upper ?? NaN) - (each?.lower ?? NaN)) * Math.abs(factor)]));
		expect(relativeError(numbers(own, 1), numbers(pain, factors[measure]))).toBeLessThan(1e-6);
		expect(own.given.conditions[0]?.eValue?.estimate).toBeCloseTo(pain.given.conditions[0]?.eValue?.estimate ?? NaN, 6);
		expect(own.given.conditions[0]?.response?.difference).toEqual(pain.given.conditions[0]?.response?.difference);
	});

	test('has clinics as far from what is expected, on its own side', async () => {
		const [own, pain] = [await asked('variation', measure), await asked('variation', '')];
		const distances = ({ given }: typeof own, outcome: 'response' | 'change', sign: number) => given.clinics[outcome].units.map(({ point }) => (point?.z ?? NaN) * sign);
		expect(distances(own, 'response', 1).length).toBe(2);
		expect(relativeError(distances(own, 'response', 1), distances(pain, 'response', 1))).toBeLessThan(1e-6);
		expect(relativeError(distances(own, 'change', 1), distances(pain, 'change', Math.sign(factors[measure])))).toBeLessThan(1e-6);
	});

	test('has the same follow-up', async () => {
		const [own, pain] = [await asked('completeness', measure), await asked('completeness', '')];
		expect([own.given.flow, own.given.followUp]).toEqual([pain.given.flow, pain.given.followUp]);
	});
});
