import { join } from 'node:path';
import { z } from 'zod';
import { rows } from '#lib/server/warehouse/database.ts';
import { openWarehouse } from '#lib/server/warehouse/open.ts';

/** What a statement gives on the snapshot published in a folder's warehouse. */
export async function snapshotRows(folder: string, sql: string): Promise<Record<string, unknown>[]> {
	const warehouse = await openWarehouse(join(folder, 'warehouse'), '500MB');
	try {
		return await warehouse.read((db) => rows(db, z.record(z.string(), z.unknown()), sql));
	} finally {
		warehouse.close();
	}
}

/** Visits of the published snapshot in a plain order: patient, condition, episode, number, day, month and pain. */
export async function snapshotVisits(folder: string): Promise<Record<string, unknown>[]> {
	return snapshotRows(
		folder,
		`SELECT patient_id AS patient, condition, ordinal, session_number AS number, day_offset AS day, sessions.period AS month, pain_before AS pain
		FROM sessions JOIN episodes USING (episode_key) JOIN patients USING (patient_key) ORDER BY ALL`,
	);
}
