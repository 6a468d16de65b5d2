import { z } from 'zod';
import type { Measure } from '#lib/codebook/schema.ts';
import { rows, run, type Database } from '#lib/server/warehouse/database.ts';
import { meanInterval } from '#lib/statistics/mean-interval.ts';
import { adjustedCurve, type AdjustedCurve } from './adjusted-curve.ts';
import { axisWords, type Axis } from './axis-words.ts';
import { byGroup } from './by-group.ts';
import bySessionSql from './create-scored-by-session.sql?raw';
import byWeekSql from './create-scored-by-week.sql?raw';
import createGroupSql from './create-scored-group.sql?raw';
import distributionSql from './distribution.sql?raw';
import endsSql from './ends.sql?raw';
import groupsSql from './groups.sql?raw';
import type { LastScores } from './left-shares.ts';
import patternsSql from './patterns.sql?raw';
import pointsSql from './points.sql?raw';

/** Sessions beyond this one are not modelled: their covariances could not be estimated anyway. */
export const lastSession = 24;

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

/** A group's curves with the patients behind each number, before any cell is withheld. */
export type RawGroup = z.infer<typeof groupRow> & Readonly<{ points: readonly RawPoint[]; ends: readonly LastScores[]; adjusted: AdjustedCurve }>;
export type RawPoint = Omit<z.infer<typeof pointRow>, 'group'> &
	Readonly<{ lower: number | null; upper: number | null; cells: readonly Readonly<{ tenth: number; n: number; patients: number }>[] }>;

/** Curves of the groups in `cohort`, from the sufficient statistics of the scores of one measure, by visit or by week since the first; leaves the scores in `scored`. */
export async function recoveryGroups(db: Database, { id, minimum, maximum }: Pick<Measure, 'id' | 'minimum' | 'maximum'>, axis: Axis = 'sessions'): Promise<RawGroup[]> {
	await run(db, createGroupSql);
	await run(db, axis === 'weeks' ? byWeekSql : bySessionSql, { measure: id });
	const groups = await rows(db, groupRow, groupsSql);
	const points = byGroup(await rows(db, pointRow, pointsSql));
	const cells = byGroup(await rows(db, cellRow, distributionSql, { minimum, maximum }));
	const patterns = byGroup(await rows(db, patternRow, patternsSql, { lastSession }));
	const ends = byGroup(await rows(db, endRow, endsSql));
	return groups.map((each) => {
		const ownCells = cells(each);
		return {
			...each,
			points: points(each).map((point) => ({ ...interval(point), cells: ownCells.filter(({ session }) => session === point.session) })),
			ends: ends(each),
			adjusted: adjustedCurve(patterns(each), axisWords[axis].one),
		};
	});
}

function interval(point: z.infer<typeof pointRow>) {
	const bounds = point.sd === null ? undefined : meanInterval({ n: point.n, mean: point.mean, sd: point.sd });
	return { ...point, lower: bounds?.lower ?? null, upper: bounds?.upper ?? null };
}
