import { z } from 'zod';
import { oneRow, run, type Database } from '../warehouse/database.ts';
import { createChangeSql, createHeldSql, createMergedSql } from './merge-sql.ts';
import addCoursesSql from './sql/add-arranged-courses.sql?raw';
import addPlacesSql from './sql/add-arranged-places.sql?raw';
import addSettledSql from './sql/add-settled.sql?raw';
import addVisitsSql from './sql/add-arranged-visits.sql?raw';
import countReplacedSql from './sql/count-replaced.sql?raw';
import countArrangedSql from './sql/count-arranged.sql?raw';
import countUnsettledSql from './sql/count-unsettled.sql?raw';
import createArrangedCourseSql from './sql/create-arranged-course.sql?raw';
import createKnownCourseSql from './sql/create-known-course.sql?raw';
import createMatchSql from './sql/create-match.sql?raw';
import createMergingSql from './sql/create-merging.sql?raw';
import createSettledSql from './sql/create-settled.sql?raw';
import createTakenSql from './sql/create-taken.sql?raw';
import createToldSql from './sql/create-told.sql?raw';
import createTouchedSql from './sql/create-touched.sql?raw';
import createVerdictSql from './sql/create-verdict.sql?raw';
import dropCoursesSql from './sql/drop-arranged-courses.sql?raw';
import dropPlacesSql from './sql/drop-arranged-places.sql?raw';
import dropUnmergedChangesSql from './sql/drop-unmerged-changes.sql?raw';
import dropUnmergedMatchesSql from './sql/drop-unmerged-matches.sql?raw';
import dropVisitsSql from './sql/drop-arranged-visits.sql?raw';
import matchByDayAndNumberSql from './sql/match-by-day-and-number.sql?raw';
import matchByDaySql from './sql/match-by-day.sql?raw';
import matchByNumberSql from './sql/match-by-number.sql?raw';
import matchBySessionIdSql from './sql/match-by-session-id.sql?raw';
import refuseCoursesSql from './sql/refuse-courses.sql?raw';
import setAsideArrangedSql from './sql/set-aside-arranged.sql?raw';

const merged = z.object({
	/** courses that took the place of what the snapshot held of them */
	courses: z.number(),
	/** visits that the snapshot held of those */
	visits: z.number(),
	/** episodes of the snapshot whose first day was shifted by another key */
	unreadable: z.number(),
});

export type Merged = z.infer<typeof merged>;

/**
 * Merges the visits of the import with those that the published snapshot holds of the same courses, visit by visit: what the
 * import tells of a visit counts, what it leaves empty stays, and visits that it does not tell of stay. `arrange` places the
 * merged courses anew. A course that cannot be merged takes the place of what is held if it is told whole, and is refused if not.
 */
export async function merge(db: Database, { keyId, replace }: Readonly<{ keyId: string; replace: boolean }>, arrange: () => Promise<void>): Promise<Merged> {
	await run(db, createTouchedSql, { keyId });
	const { unsettled } = await oneRow(db, z.object({ unsettled: z.number() }), countUnsettledSql);
	for (const sql of [createHeldSql, createToldSql, createKnownCourseSql, createMatchSql]) await run(db, sql);
	if (unsettled > 0) for (const sql of [matchByDayAndNumberSql, matchBySessionIdSql, matchByDaySql, matchByNumberSql]) await run(db, sql);
	await run(db, createChangeSql);
	await run(db, createVerdictSql, { replace });
	await run(db, createSettledSql);
	if (unsettled > 0) await arrangeAnew(db, arrange);
	await run(db, createTakenSql);
	return oneRow(db, merged, countReplacedSql, { keyId });
}

async function arrangeAnew(db: Database, arrange: () => Promise<void>): Promise<void> {
	for (const sql of [dropUnmergedMatchesSql, dropUnmergedChangesSql, createArrangedCourseSql, createMergingSql, createMergedSql]) await run(db, sql);
	await arrange();
	await run(db, addSettledSql);
	await run(db, refuseCoursesSql);
	const { arranged } = await oneRow(db, z.object({ arranged: z.number() }), countArrangedSql);
	if (arranged > 0) for (const sql of [setAsideArrangedSql, dropVisitsSql, addVisitsSql, dropPlacesSql, addPlacesSql, dropCoursesSql, addCoursesSql]) await run(db, sql);
}
