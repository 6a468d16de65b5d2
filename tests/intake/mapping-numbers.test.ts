import { describe, expect, test } from 'vitest';
import type { Mapping } from '#lib/server/intake/mapping.ts';
import { withOptions } from '../../scripts/cli/mapping-options.ts';
import { examined } from './examined.ts';
import { importInto } from './import-into.ts';
import { snapshotRows } from './snapshot-rows.ts';
import { temporaryFolder } from './temporary-folder.ts';

/** A file of visits of two patients whose pain, price, distance and minutes are given. */
function file(...lines: readonly string[]): string[] {
	return ['patient_id;condition;session_number;pain_before;cost;weekly_distance_km;retention_minutes', ...lines.map((line, place) => `P${place};knee pain;1;${line}`)];
}

/** What is kept of the first visit of such a file, and what is said. */
async function kept(lines: readonly string[], mapping: Mapping = { name: 'none', columns: {}, values: {} }) {
	const folder = await temporaryFolder();
	const { rejected, notes } = await importInto(folder, { 'a.csv': file(...lines) }, { mapping });
	const [row] = rejected === lines.length ? [] : await snapshotRows(folder, 'SELECT pain_before AS pain, cost, weekly_distance_km AS distance, retention_minutes AS minutes FROM sessions JOIN episodes USING (episode_key) JOIN patients USING (patient_key) ORDER BY patient_id LIMIT 1');
	return { rejected, notes, row };
}

async function asked(...lines: readonly string[]) {
	return (await examined('a.csv', file(...lines))).questions;
}

describe('thousands', () => {
	test.each([
		["5;1'250.50;;", 1250.5],
		['5;1’250.50;;', 1250.5],
		["5;1'250;;", 1250],
		['5;1 250,50;;', 1250.5],
		['5;1\u00a0250,50;;', 1250.5],
		['5;1\u202f250,50;;', 1250.5],
		['5;1\u2009250,50;;', 1250.5],
		['5;1.250,50;;', 1250.5],
		['5;1,250.50;;', 1250.5],
		['5;1\u202f250;;', 1250],
	])('written %s are read where they leave one meaning', async (line, cost) => {
		expect((await kept([line])).row?.['cost']).toBe(cost);
	});

	test.each([
		['5;1.250;;', 'a.csv:2: cost: numbers have a point before three digits (1), which may be decimals or thousands: say --decimal comma or --decimal point'],
		['5;1,250;;', 'a.csv:2: cost: numbers have a comma before three digits (1), which may be decimals or thousands: say --decimal comma or --decimal point'],
	])('or decimals, written %s, are asked about', async (line, question) => {
		expect(await asked(line)).toEqual([question]);
	});

	test('are no question where another number of the file settles the sign', async () => {
		expect([await asked('5;1.250;;', '5;12.5;;'), await asked('5;1.250;;', '5,5;80;;'), await asked('7.125;80;42.195;')]).toEqual([[], [], []]);
	});

	test('cannot be meant where a column ends below a thousand: a comma is a decimal one', async () => {
		expect(await examined('a.csv', file('5;80;12,345;'))).toMatchObject({ mapping: { decimal: ',' }, questions: [] });
	});

	test('are no question of numbers that a file of objects holds as numbers', async () => {
		const object = (cost: string) => `{"patient_id":"P1","condition":"knee pain","session_number":1,"pain_before":5,"cost":${cost}}`;
		expect([(await examined('a.ndjson', [object('1.125')])).questions, (await examined('a.ndjson', [object('"1.125"')])).questions.length]).toEqual([[], 1]);
	});
});

describe('what stands beside a number', () => {
	test('is left out where it is a currency, the top of the scale or the unit of the column, and that is said', async () => {
		const { row, notes } = await kept(['7/10;$1,085.00;20 km;15 min', '6 of 10;$85.00;22 km;10 min']);
		expect(row).toEqual({ pain: 7, cost: 1085, distance: 20, minutes: 15 });
		expect(notes).toEqual(expect.arrayContaining(['a.csv: pain_before: what stands beside the numbers was left out (/10 in 1 value, of 10 in 1 value)', 'a.csv: weekly_distance_km: what stands beside the numbers was left out (km in 2 values)']));
	});

	test('says the unit where all numbers bear it', async () => {
		const { row, notes } = await kept(['70/100;85 €;10 mi;90 sec']);
		expect(row).toEqual({ pain: 7, cost: 85, distance: expect.closeTo(16.09344, 5), minutes: 1.5 });
		expect(notes).toContain('a.csv: weekly_distance_km: what stands beside the numbers was left out (mi in 1 value), and they are read as miles');
	});

	test.each(['85,- €', '€ 85.-', 'CHF 85.–', '85 EUR', 'EUR 85,--', 'Fr. 85.-', '85.—', '85,-€'])('is left out of a price with its dash for no cents: %s', async (cost) => {
		const { row, rejected } = await kept([`5;${cost};;`]);
		expect({ cost: row?.['cost'], rejected }).toEqual({ cost: 85, rejected: 0 });
	});

	test('is one currency by its sign and by its name, with a dash for no cents or without', async () => {
		const { row, rejected, notes } = await kept(['5;€ 85.-;;', '5;85 EUR;;', '5;85,-;;', '5;85;;', '5;1.285,- €;;', '5;85,50 €;;']);
		expect({ cost: row?.['cost'], rejected, notes: notes.filter((note) => note.includes('beside')) }).toEqual({ cost: 85, rejected: 0, notes: ['a.csv: cost: what stands beside the numbers was left out (,- in 2 values, .- in 1 value, EUR in 1 value, € in 3 values)'] });
	});

	test('is no dash for cents behind a number that is no price', async () => {
		expect(await asked('7,-;;;', '5,-;;;')).toEqual(['a.csv:2: pain_before: something stands beside numbers (,- in 2 values): write the numbers alone, or say --beside pain_before=,- to have it left out']);
	});

	test('is asked about where some numbers bear another unit and some none, or several', async () => {
		expect(await asked('5;$80;10 mi;', '5;€80;12 mi;', '5;;20;')).toEqual([
			'a.csv:2: cost: numbers are in several units or currencies ($ in 1 value, € in 1 value): write them in one, without its sign',
			'a.csv:2: weekly_distance_km: some numbers bear a unit and some none (mi in 2 values): write all in one unit, without its name, or, where all are in miles, say --beside weekly_distance_km=mi --unit weekly_distance_km=miles',
		]);
	});

	test('is refused number by number where it is rare, and never repeated where it may be anything', async () => {
		const { rejected, notes } = await kept([...Array.from({ length: 12 }, () => '5;;;'), '7 zwetsch;;;']);
		expect({ rejected, notes }).toEqual({ rejected: 1, notes: ['a.csv: pain_before: something stands beside numbers (1 value): write the numbers alone, or say --beside pain_before=SIGN to have it left out'] });
	});

	test('is no currency only because it has three capitals, as the number of a record has', async () => {
		expect(await asked('5;MRN 774411;;', '5;SSN 81120;;')).toEqual(['a.csv:2: cost: something stands beside numbers (2 values): write the numbers alone, or say --beside cost=SIGN to have it left out']);
	});

	test('is read as its option says, with the numbers that stand alone', async () => {
		const mapping = withOptions({ name: 'none', columns: {}, values: {} }, { beside: ['weekly_distance_km=mi', 'cost=^ \\ .'], unit: ['weekly_distance_km=miles'] });
		const { row, notes } = await kept(['5;80^ \\ .;10 mi;', '5;;20;'], mapping);
		expect({ row, notes }).toMatchObject({ row: { distance: 16.09344, cost: 80 }, notes: [] });
	});

	test('is left out where a mapping names it', async () => {
		expect((await kept(['7 zwetsch;;;'], { name: 'ours', columns: {}, values: {}, beside: { pain_before: ['zwetsch'] } })).row?.['pain']).toBe(7);
	});
});

describe('what is no number', () => {
	test('is refused value by value, with what it is and what helps', async () => {
		const { rejected, notes } = await kept(['5;;;', '5-6;;;', '<1;;;', 'mild;;;']);
		expect({ rejected, notes }).toEqual({
			rejected: 3,
			notes: [
				'a.csv: pain_before: 1 value holds two numbers, such as 5-6, in place of a number: write one',
				'a.csv: pain_before: 1 value holds a bound, such as <1 or 10+, in place of a number: write a number',
				'a.csv: pain_before: 1 value holds words, such as mild, in place of a number: write numbers, or say under values in a mapping which number each stands for',
			],
		});
	});
});

describe('the name of a column', () => {
	const visits = (name: string, value: string) => [`patient,condition,visit no,pain before,${name}`, `P1,knee pain,1,5,${value}`];

	test.each([
		['weekly distance (mi)', '20', { weekly_distance_km: 'miles' }],
		['symptom duration (months)', '3', { symptom_weeks: 'months' }],
		['weekly distance (km)', '20', undefined],
	])('says the unit of its numbers: %s', async (name, value, units) => {
		const { mapping } = await examined('a.csv', visits(name, value), {}, true);
		expect(mapping.units).toEqual(units);
	});

	test.each([
		['Pain before (0-10)', undefined],
		['Pain before (0 = none, 10 = worst)', undefined],
		['Pain before (0-100)', { pain_before: 'points-of-100' }],
		['NRS before [0 to 100]', { pain_before: 'points-of-100' }],
	])('says the scale of its numbers: %s', async (name, units) => {
		const { mapping } = await examined('a.csv', [`patient,condition,visit no,"${name}"`, 'P1,knee pain,1,5'], {}, true);
		expect({ columns: mapping.columns['pain_before'], units: mapping.units }).toEqual({ columns: [name], units });
	});

	test('that is numbered visit by visit is told of', async () => {
		const { notes } = await examined('a.csv', ['patient,condition,pain_1,pain_2,pain_3', 'P1,knee pain,7,5,3'], {}, true);
		expect(notes).toEqual(['a.csv: pain_1 to pain_3 seem to be visits side by side: write each visit on a row of its own']);
	});
});
