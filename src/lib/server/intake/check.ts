import { run, type Database } from '../warehouse/database.ts';
import { createCodeSql, createRefusedSql, createTypedSql, createVisitSql } from './check-sql.ts';
import createNearestSql from './sql/create-nearest.sql?raw';
import createRowVisitSql from './sql/create-row-visit.sql?raw';
import createSameVisitSql from './sql/create-same-visit.sql?raw';
import refuseConflictsSql from './sql/refuse-conflicts.sql?raw';

/** Types and checks all records of the stage; what is acceptable becomes visits, what is not is refused with reasons. `today` is an ISO date. */
export async function check(db: Database, today: string): Promise<void> {
	await run(db, createCodeSql);
	await run(db, createNearestSql);
	await run(db, createTypedSql(today));
	await run(db, createRefusedSql);
	await run(db, createSameVisitSql);
	await run(db, refuseConflictsSql);
	await run(db, createRowVisitSql);
	await run(db, createVisitSql);
}
