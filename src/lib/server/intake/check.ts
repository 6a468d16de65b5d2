import { run, type Database } from '../warehouse/database.ts';
import { createFaultSql } from './check-sql.ts';
import createNearestSql from './sql/create-nearest.sql?raw';
import createRefusedSql from './sql/create-refused.sql?raw';
import createRowVisitSql from './sql/create-row-visit.sql?raw';
import refuseConflictsSql from './sql/refuse-conflicts.sql?raw';
import createSetAsideSql from './sql/create-set-aside.sql?raw';
import { createJoinedVisitSql, createSameVisitSql, createVisitSql } from './visit-sql.ts';

/** What is acceptable of the records becomes visits; what is not is refused with reasons. */
export async function check(db: Database): Promise<void> {
	await run(db, createFaultSql);
	await run(db, createNearestSql);
	await run(db, createRefusedSql);
	await run(db, createSameVisitSql);
	await run(db, refuseConflictsSql);
	await run(db, createRowVisitSql);
	await run(db, createSetAsideSql);
	await run(db, createJoinedVisitSql);
	await run(db, createVisitSql);
}
