import { run, type Database } from '../warehouse/database.ts';
import createCourseSql from './sql/create-course.sql?raw';

/** Forms courses of the visits of a schema of the stage. Only those of visits that are one record each, read where they lie, count as in order. */
export async function formCourses(db: Database, schema: 'stage.main' | 'stage.sharing' | 'stage.merging'): Promise<void> {
	await run(db, `USE ${schema}`);
	await run(db, createCourseSql, { orderly: schema === 'stage.main' });
	await run(db, 'USE memory');
}
