import { z } from 'zod';
import { parseFilters } from '#lib/questions/filters.ts';
import patternsSql from '#lib/questions/recovery/patterns.sql?raw';
import scoredSql from '#lib/questions/recovery/create-scored-by-session.sql?raw';
import groupSql from '#lib/questions/recovery/create-scored-group.sql?raw';
import cohortSql from '#lib/server/sql/cohort.sql?raw';
import { rows, run, type Database } from '#lib/server/warehouse/database.ts';
import { mmrm, type Pattern } from '#lib/statistics/mmrm.ts';
import { timed, type Latency } from './latency.ts';

/** How many visits the curve is fitted to, how many patterns of visits went in, and what a fit took in milliseconds. */
export type Fitting = Readonly<{ sessions: number; patterns: number; episodes: number; took: Latency }>;

const patternRow = z.object({ sessions: z.array(z.number()), n: z.number(), sums: z.array(z.number()), products: z.array(z.number()) });

/** Fits the curve of one condition over its first visits, once its patterns have been read and the program that fits is compiled. */
export async function fitting(db: Database, condition: string, measure: string, sessions = 12): Promise<Fitting> {
	const { measure: _measure, threshold: _threshold, rebase: _rebase, axis: _axis, delta: _delta, ...selecting } = parseFilters(new URLSearchParams({ condition }));
	await run(db, cohortSql, selecting);
	await run(db, groupSql);
	await run(db, scoredSql, { measure });
	const patterns = (await rows(db, patternRow, patternsSql, { lastSession: sessions })).map(patternOf);
	const fit = async () => mmrm(patterns, sessions);
	await timed(UNTIL_COMPILED, fit);
	const took = await timed(30, fit);
	return { sessions, patterns: patterns.length, episodes: patterns.reduce((sum, { n }) => sum + n, 0), took };
}

const UNTIL_COMPILED = 100;

/** The products come as an upper triangle, row by row. */
function patternOf({ sessions, n, sums, products }: z.infer<typeof patternRow>): Pattern {
	const size = sessions.length;
	const place = (i: number, j: number): number => (i <= j ? i * size - (i * (i - 1)) / 2 + (j - i) : place(j, i));
	return { times: sessions.map((session) => session - 1), n, sums, crossProducts: sessions.map((_, i) => sessions.map((_each, j) => products[place(i, j)] ?? Number.NaN)) };
}
