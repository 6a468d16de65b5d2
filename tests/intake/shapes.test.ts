import { expect, test } from 'vitest';
import { literal } from '#lib/record/sql.ts';
import type { columnKinds } from '#lib/server/intake/column-shapes.ts';
import { nameShapes, shapesOf } from '#lib/server/intake/shapes.ts';
import { openEngine } from '#lib/server/warehouse/database.ts';

/** The shapes that a value of a column has. */
async function shapes(kind: (typeof columnKinds)[number], value: string, written = true): Promise<string[]> {
	const engine = await openEngine();
	const db = await engine.connect();
	await nameShapes(db);
	const spellings = `CREATE OR REPLACE TEMP TABLE spelling AS SELECT 0 AS place, ${literal(kind)} AS kind, ${literal(value)} AS value, ${written} AS written, 1 AS count, 1 AS record`;
	const found = await shapesOf(db, spellings, {});
	db.closeSync();
	engine.closeSync();
	return found.map(({ shape }) => shape);
}

test.each([
	['2025-03-31', ['iso']],
	['31/03/2025', ['day first']],
	['03/04/2025', ['day or month first']],
	['03/04/25', ['short day or month first']],
	['31 Mar 2025', ['month by name: mar']],
	['Mon, 31 Mar 25', ['short month by name: mar']],
	['Mon 31/03/2025', ['day first', 'weekday: mon']],
	['Segunda-feira, 31.03.2025', ['day first', 'weekday: segunda-feira']],
	['segunda-feira, 31-março-2025', ['month by name: março', 'weekday: segunda-feira']],
	['Mo. 2025-03-31', ['weekday: mo', 'year first']],
	['45747', ['day number']],
	['soon', ['other']],
	['n/a', ['nothing: n/a']],
])('the date %s is told as %j', async (value, told) => {
	expect(await shapes('date', value)).toEqual(told);
});

test.each([
	['7', ['to 10']],
	['7.5', ['to 10 with a point']],
	['7,5', ['decimal comma']],
	['1.250', ['to 10 with a point before three digits']],
	['85 €', ['beside: €', 'to 100']],
	['85,- €', ['beside: ,-', 'beside: €', 'to 100']],
	['EUR 85.--', ['beside: .--', 'beside: EUR', 'to 100']],
	['85,-', ['beside: ,-', 'to 100']],
	['6/10', ['beside: /10', 'to 10']],
	['3 - 4', ['two numbers']],
	['severe', ['other words']],
])('the number %s is told as %j', async (value, told) => {
	expect(await shapes('number', value)).toEqual(told);
});

test('a number that is no text has a decimal point where it has a point', async () => {
	expect(await shapes('number', '1.250', false)).toEqual(['to 10 with a point']);
});

test('an id that a spreadsheet has changed is told of', async () => {
	expect(await shapes('id', '1.2E+11')).toEqual(['power of ten']);
});
