import { z } from 'zod';
import { rows, run, type Database } from '../warehouse/database.ts';
import { wordsForNothing } from './ambiguity-missing.ts';
import { columnKinds } from './column-shapes.ts';
import centsDashSql from './sql/cents-dash.sql?raw';
import dateShapeSql from './sql/date-shape.sql?raw';
import dropSpellingsSql from './sql/drop-spellings.sql?raw';
import idShapeSql from './sql/id-shape.sql?raw';
import monthNameSql from './sql/month-name.sql?raw';
import namedDateSql from './sql/named-date.sql?raw';
import numberBesideSql from './sql/number-beside.sql?raw';
import numberShapeSql from './sql/number-shape.sql?raw';
import shapesSql from './sql/shapes.sql?raw';

/** How many values at a place are written in one way, and the record that is the first of them. */
export type ShapeRow = z.infer<typeof shapeRow>;

const shapeRow = z.object({ place: z.number(), kind: z.enum(columnKinds), shape: z.string(), count: z.number(), record: z.number() });

/** Makes what names the shapes of values known to a connection. */
export async function nameShapes(db: Database): Promise<void> {
	for (const sql of [namedDateSql, monthNameSql, dateShapeSql, numberBesideSql, numberShapeSql, centsDashSql, idShapeSql]) await run(db, sql);
}

/** The shapes of the values that a statement lays down, by their spelling, in the table `spelling`; which is gone afterwards. */
export async function shapesOf(db: Database, spellingsSql: string, parameters: Parameters<typeof run>[2]): Promise<ShapeRow[]> {
	await run(db, spellingsSql, parameters);
	const found = await rows(db, shapeRow, shapesSql, { nothing: wordsForNothing });
	await run(db, dropSpellingsSql);
	return found;
}
