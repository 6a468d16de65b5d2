import { run, type Database } from '../warehouse/database.ts';
import createAcceptedSql from './sql/create-accepted.sql?raw';
import createKnownCourseSql from './sql/create-known-course.sql?raw';
import createOrderedSql from './sql/create-ordered.sql?raw';
import createPlacedSql from './sql/create-placed.sql?raw';
import refuseSameNumberSql from './sql/refuse-same-number.sql?raw';
import refusePartialCourseSql from './sql/refuse-partial-course.sql?raw';

/** Divides visits into episodes and numbers them; a gap of more than `gapDays` opens an episode where visits have no numbers. */
export async function place(db: Database, gapDays: number, hasPrevious: boolean): Promise<void> {
	await run(db, createOrderedSql);
	await run(db, createPlacedSql, { gap: gapDays });
	await run(db, refuseSameNumberSql);
	if (hasPrevious) {
		await run(db, createKnownCourseSql);
		await run(db, refusePartialCourseSql);
	}
	await run(db, createAcceptedSql);
}
