import { z } from 'zod';
import type { Measure } from '#lib/codebook/schema.ts';
import { rows, run, type Database } from '#lib/server/warehouse/database.ts';
import type { Axis } from './axis-words.ts';
import bySessionSql from './create-scored-by-session.sql?raw';
import byWeekSql from './create-scored-by-week.sql?raw';
import createGroupSql from './create-scored-group.sql?raw';
import distributionSql from './distribution.sql?raw';
import endsSql from './ends.sql?raw';
import groupsSql from './groups.sql?raw';
import { lastModelled } from './last-modelled.ts';
import patternsSql from './patterns.sql?raw';
import pointsSql from './points.sql?raw';

const group = { group: z.number() };
const groupRow = z.object({ ...group, condition: z.string(), part: z.string(), episodes: z.number(), patients: z.number() });
const pointRow = z.object({
	...group,
	session: z.number(),
	n: z.number(),
	patients: z.number(),
	mean: z.number(),
	sd: z.number().nullable(),
	median: z.number(),
	q1: z.number(),
	q3: z.number(),
});
const cellRow = z.object({ ...group, session: z.number(), tenth: z.number(), n: z.number(), patients: z.number() });
const endRow = z.object({ ...group, session: z.number(), n: z.number(), patients: z.number() });
const patternRow = z.object({ ...group, sessions: z.array(z.number()), n: z.number(), sums: z.array(z.number()), products: z.array(z.number()) });

export type GroupRow = Readonly<z.infer<typeof groupRow>>;
export type PointRow = Readonly<z.infer<typeof pointRow>>;
export type CellRow = Readonly<z.infer<typeof cellRow>>;
export type EndRow = Readonly<z.infer<typeof endRow>>;
export type PatternRow = Readonly<{ group: number; sessions: readonly number[]; n: number; sums: readonly number[]; products: readonly number[] }>;

/** The sufficient statistics of the scores of one measure, by group. */
export type ScoredRows = Readonly<{ groups: readonly GroupRow[]; points: readonly PointRow[]; cells: readonly CellRow[]; patterns: readonly PatternRow[]; ends: readonly EndRow[] }>;

/** Those of the groups in `cohort`, by visit or by week since the first; leaves the scores in `scored`. */
export async function scoredRows(db: Database, { id, minimum, maximum }: Pick<Measure, 'id' | 'minimum' | 'maximum'>, axis: Axis): Promise<ScoredRows> {
	await run(db, createGroupSql);
	await run(db, axis === 'weeks' ? byWeekSql : bySessionSql, { measure: id });
	return {
		groups: await rows(db, groupRow, groupsSql),
		points: await rows(db, pointRow, pointsSql),
		cells: await rows(db, cellRow, distributionSql, { minimum, maximum }),
		patterns: await rows(db, patternRow, patternsSql, { lastSession: lastModelled }),
		ends: await rows(db, endRow, endsSql),
	};
}
