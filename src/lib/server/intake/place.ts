import { run, type Database } from '../warehouse/database.ts';
import { formCourses } from './form-courses.ts';
import { merge, type Merged } from './merge.ts';
import createAcceptedSql from './sql/create-accepted.sql?raw';
import createClashSql from './sql/create-clash.sql?raw';
import createOrderlySql from './sql/create-orderly.sql?raw';
import createPlacedSql from './sql/create-placed.sql?raw';
import createPlacedApartSql from './sql/create-placed-apart.sql?raw';
import refuseClashesSql from './sql/refuse-clashes.sql?raw';

export type Placing = Readonly<{
	/** days without a visit that open an episode where visits have no numbers */
	gapDays: number;
	/** tells by which key first days are shifted */
	keyId: string;
	/** whether courses told take the place of what the snapshot holds of them, instead of being merged with it */
	replace: boolean;
}>;

/** Divides visits into episodes and numbers them, merged with those of the published snapshot; what clashes is refused. */
export async function place(db: Database, placing: Placing): Promise<Merged> {
	await arrange(db, 'stage.main', placing.gapDays);
	for (const sql of [createOrderlySql, createPlacedSql, refuseClashesSql]) await run(db, sql);
	const merged = await merge(db, placing, async () => {
		await formCourses(db, 'stage.merging');
		await arrange(db, 'stage.merging', placing.gapDays);
	});
	await run(db, createAcceptedSql);
	return merged;
}

/** Places the visits of a schema in those of its courses that are not in order. */
async function arrange(db: Database, schema: 'stage.main' | 'stage.merging', gapDays: number): Promise<void> {
	await run(db, `USE ${schema}`);
	await run(db, createPlacedApartSql, { gap: gapDays });
	await run(db, createClashSql);
	await run(db, 'USE memory');
}
