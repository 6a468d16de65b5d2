import { z } from 'zod';
import { oneRow } from '#lib/server/warehouse/database.ts';
import { openWarehouse } from '#lib/server/warehouse/open.ts';
import holdingSql from './holding.sql?raw';

/** The published snapshot, read from beginning to end. */
export type PublishedState = z.infer<typeof holding> & Readonly<{ id: string; fingerprint: string }>;

const holding = z.object({ patients: z.number(), sessions: z.number(), pain: z.number(), content: z.string() });

export async function publishedState(path: string): Promise<PublishedState> {
	const warehouse = await openWarehouse(path, '500MB');
	try {
		return await warehouse.read(async (db, { id, fingerprint, sessions }) => {
			const found = await oneRow(db, holding, holdingSql);
			if (found.sessions !== sessions) throw new Error(`snapshot ${id} says that it holds ${sessions} sessions, and holds ${found.sessions}`);
			return { id, fingerprint, ...found };
		});
	} finally {
		warehouse.close();
	}
}
