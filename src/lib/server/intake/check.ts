import { z } from 'zod';
import { oneRow, run, type Database } from '../warehouse/database.ts';
import { createFaultSql } from './check-sql.ts';
import { formCourses } from './form-courses.ts';
import { addJoinedVisitsSql, createJoinedVisitSql } from './joined-visit-sql.ts';
import addSharedCoursesSql from './sql/add-shared-courses.sql?raw';
import countSharedSql from './sql/count-shared.sql?raw';
import createNearestSql from './sql/create-nearest.sql?raw';
import createRefusedSql from './sql/create-refused.sql?raw';
import createRowVisitSql from './sql/create-row-visit.sql?raw';
import createSetAsideSql from './sql/create-set-aside.sql?raw';
import createSharedCourseSql from './sql/create-shared-course.sql?raw';
import createSharingSql from './sql/create-sharing.sql?raw';
import createSharingVisitSql from './sql/create-sharing-visit.sql?raw';
import dropSharedCoursesSql from './sql/drop-shared-courses.sql?raw';
import refuseConflictsSql from './sql/refuse-conflicts.sql?raw';
import setAsideSharedSql from './sql/set-aside-shared.sql?raw';
import toldOfSql from './sql/told-of.sql?raw';
import { createSameVisitSql, createVisitSql } from './visit-sql.ts';

/**
 * What is acceptable of the records becomes visits in courses; what is not is refused with reasons. Courses are formed as if each record
 * were a visit, since those in good order hold no visit twice, and formed again where one does.
 */
export async function check(db: Database): Promise<void> {
	for (const sql of [createFaultSql, createNearestSql, createRefusedSql, createSetAsideSql, createJoinedVisitSql, createVisitSql, toldOfSql]) await run(db, sql);
	await formCourses(db, 'stage.main');
	await run(db, createSameVisitSql);
	const { shared } = await oneRow(db, z.object({ shared: z.number() }), countSharedSql);
	if (shared > 0) await joinShared(db);
	await run(db, createRowVisitSql);
}

async function joinShared(db: Database): Promise<void> {
	for (const sql of [refuseConflictsSql, createSharedCourseSql, setAsideSharedSql, addJoinedVisitsSql, createSharingSql, createSharingVisitSql]) await run(db, sql);
	await formCourses(db, 'stage.sharing');
	for (const sql of [dropSharedCoursesSql, addSharedCoursesSql]) await run(db, sql);
}
