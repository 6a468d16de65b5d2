import { describe, expect, test } from 'vitest';
import { z } from 'zod';
import { monthNames } from '#lib/codebook/month-names.ts';
import { fields, type FieldName } from '#lib/record/fields.ts';
import { literal } from '#lib/record/sql.ts';
import { canonicalSql } from '#lib/server/intake/canonical-sql.ts';
import type { Mapping } from '#lib/server/intake/mapping.ts';
import { parseMapping } from '#lib/server/intake/parse-mapping.ts';
import monthNameSql from '#lib/server/intake/sql/month-name.sql?raw';
import namedDateSql from '#lib/server/intake/sql/named-date.sql?raw';
import { openEngine, rows, run } from '#lib/server/warehouse/database.ts';

const none: Mapping = { name: 'none', columns: {}, values: {} };

/** What texts of a field become under a mapping, by DuckDB. */
async function canonical(name: FieldName, map: Partial<Mapping>, texts: readonly string[]): Promise<string[]> {
	const field = fields.find((each) => each.name === name);
	if (field === undefined) throw new Error(name);
	const engine = await openEngine();
	const db = await engine.connect();
	for (const sql of [namedDateSql, monthNameSql]) await run(db, sql);
	const values = texts.map((text, place) => `(${place}, ${literal(text)})`).join(', ');
	const found = await rows(db, z.object({ value: z.string() }), `SELECT ${canonicalSql(field, 'raw', { ...none, ...map })} AS value FROM (VALUES ${values}) AS made(place, raw) ORDER BY place`);
	db.closeSync();
	engine.closeSync();
	return found.map(({ value }) => value);
}

describe('dates', () => {
	test.each([
		['day-month-year', ['31/03/2025', '4.5.2025', '04-05-2025', '4 5 2025', '31/03/2025 14:30', '1/2/2025, 9:05 AM'], ['2025-03-31', '2025-05-04', '2025-05-04', '2025-05-04', '2025-03-31', '2025-02-01']],
		['month-day-year', ['03/31/2025', '4.5.2025', '04-05-2025', '3/31/2025T14:30'], ['2025-03-31', '2025-04-05', '2025-04-05', '2025-03-31']],
		['year-month-day', ['2025/03/31', '2025.3.1', '2025-3-31', '2025 03 31'], ['2025-03-31', '2025-03-01', '2025-03-31', '2025-03-31']],
	] as const)('in the order %s become ISO dates', async (order, written, read) => {
		expect(await canonical('session_date', { dates: { order } }, written)).toEqual(read);
	});

	test.each(['day-month-year', 'month-day-year', 'year-month-day'] as const)('with the year first or the month by its name are read whatever the order, as with %s', async (order) => {
		const written = ['2025-03-31', '2025/3/31', '20250331', '31 Mar 2025', '31-Mar-2025', 'March 31, 2025', 'mar 31 2025', '2025-03-31T10:00:00Z'];
		expect(await canonical('session_date', { dates: { order, months: monthNames.get('en') } }, written)).toEqual(written.map(() => '2025-03-31'));
	});

	test('with years of two digits take the century that the pivot says', async () => {
		const dates = { order: 'day-month-year', pivot: 37, months: { mar: 3, march: 3 } } as const;
		expect(await canonical('session_date', { dates }, ['31/03/25', '31/03/36', '31/03/37', '31.3.99', '31-Mar-25', '31 March 98'])).toEqual(['2025-03-31', '2036-03-31', '1937-03-31', '1999-03-31', '2025-03-31', '1998-03-31']);
	});

	test.each([
		[0, ['1900-01-02', '1999-01-02']],
		[100, ['2000-01-02', '2099-01-02']],
		[40, ['2000-01-02', '1999-01-02']],
		[9, ['2000-01-02', '1999-01-02']],
	])('take a pivot of %i', async (pivot, read) => {
		expect(await canonical('session_date', { dates: { order: 'day-month-year', pivot } }, ['2/1/00', '2/1/99'])).toEqual(read);
	});

	test('that do not fit stay what they are or become no date', async () => {
		const read = await canonical('session_date', { dates: { order: 'day-month-year' } }, ['soon', '31/03/25', '45017', 'Marvin 3']);
		expect(read).toEqual(['soon', '25-03-31', '45017', 'Marvin 3']);
	});

	test('stay untouched where the mapping says nothing', async () => {
		expect(await canonical('session_date', {}, ['31/03/2025'])).toEqual(['31/03/2025']);
	});
});

describe('numbers', () => {
	test('with a decimal comma take a point', async () => {
		expect(await canonical('cost', { decimal: ',' }, ['7,5', '85', '1.234,50', '12 345,6', "1'234,5", '1.234', '+7,5', '7.5'])).toEqual(['7.5', '85', '1234.50', '12345.6', '1234.5', '1234', '+7.5', '7.5']);
	});

	test('with a decimal point lose what parts their thousands', async () => {
		expect(await canonical('cost', { decimal: '.' }, ['1,234', '1,234,567.89', '12 345', '85.5', '7,5'])).toEqual(['1234', '1234567.89', '12345', '85.5', '7,5']);
	});

	test('in another unit are multiplied', async () => {
		const read = [await canonical('weekly_distance_km', { units: { weekly_distance_km: 'miles' } }, ['10', 'ten']), await canonical('symptom_weeks', { units: { symptom_weeks: 'days' } }, ['21'])];
		expect(read).toEqual([['16.09344', 'ten'], ['3.0']]);
	});

	test('of a 0 to 100 scale are divided by ten, without the noise of floating point', async () => {
		expect(await canonical('pain_before', { units: { pain_before: 'points-of-100' } }, ['73', '0', '100', '7.5'])).toEqual(['7.3', '0.0', '10.0', '0.75']);
	});

	test('are multiplied by a factor after their comma has become a point', async () => {
		expect(await canonical('pain_before', { scale: { pain_before: 2 }, decimal: ',' }, ['2,5'])).toEqual(['5.0']);
	});

	test('that are no numbers are not made numbers by a factor', async () => {
		expect(await canonical('cost', { scale: { cost: 2 } }, ['inf', 'nan', '1_000', '0x1'])).toEqual(['inf', 'nan', '1_000', '0x1']);
	});
});

describe('words', () => {
	test('of a mapping are replaced, whatever their case', async () => {
		expect(await canonical('ultrasound_guided', { values: { ultrasound_guided: { Ja: 'true', 'Größe': 'false' } } }, ['JA', 'grösse', 'GRÖßE', 'true'])).toEqual(['true', 'grösse', 'false', 'true']);
	});

	test('with a quote stay words', async () => {
		expect(await canonical('payer', { values: { payer: { "d'Azur": "l'État" } } }, ["d'azur", 'x'])).toEqual(["l'État", 'x']);
	});

	test('of coded columns are left to the codebook', async () => {
		expect(await canonical('condition', { values: { condition: { Knie: 'knee-pain' } } }, ['Knie'])).toEqual(['Knie']);
	});
});

describe('identifiers', () => {
	test('lose a trailing .0 where the mapping says so, and nothing else', async () => {
		expect(await canonical('patient_id', { wholeIds: true }, ['1042.0', '1042.00', '1042.5', 'P1.0', '1042'])).toEqual(['1042', '1042', '1042.5', 'P1.0', '1042']);
	});
});

describe('a mapping', () => {
	test.each([
		[{ name: 'a', columns: { pain: ['x'] } }, 'ours.json: columns.pain must be a canonical column: pain'],
		[{ name: 'a', dates: { order: 'dmy' } }, 'ours.json: dates.order must be one of year-month-day, day-month-year, month-day-year'],
		[{ name: 'a', units: { condition: 'miles' } }, 'ours.json: units.condition must be a column of numbers: condition'],
		[{ name: 'a', units: { weekly_distance_km: 'parsecs' } }, 'must be one of km, miles, metres: parsecs'],
		[{ name: 'a', units: { cost: 'cents' }, scale: { cost: 2 } }, 'must not stand beside units.cost: keep one of them'],
		[{ name: 'a', columns: { side: ['S'] }, constants: { side: 'left' } }, 'must not stand beside columns.side: keep one of them'],
		[{ name: 'a', colums: {} }, 'ours.json: has a key that a mapping does not know: colums'],
	])('is refused as %j', (written, message) => {
		expect(() => parseMapping(JSON.stringify(written), 'ours.json')).toThrow(message);
	});

	test('is refused where it is not JSON', () => {
		expect(() => parseMapping('columns: x', 'ours.json')).toThrow('ours.json: is not JSON');
	});
});
