import { z } from 'zod';
import { attachSnapshot } from './attach-snapshot.ts';
import { damagedSnapshot } from './damaged-snapshot.ts';
import { openEngine, run } from './database.ts';
import { currentSnapshot, keptSnapshots, type WarehouseFolder } from './folder.ts';
import { readStamp } from './stamp.ts';
import { toldOfSnapshot } from './told-of-snapshot.ts';

/** What is told of a snapshot without opening it; written beside it when it is published, and as immutable. */
export type Summary = z.infer<typeof summary>;

export const summary = z.object({ id: z.string(), publishedAt: z.string(), synthetic: z.boolean(), sessions: z.number(), episodes: z.number(), patients: z.number() });

/** The snapshots kept, newest first; `current` is the published one. */
export async function listSnapshots(folder: WarehouseFolder): Promise<(Summary & { current: boolean })[]> {
	const published = await currentSnapshot(folder);
	const ids = await keptSnapshots(folder);
	if (published !== undefined && !ids.includes(published)) throw await damagedSnapshot(folder, published, 'is missing');
	const told = await Promise.all(ids.map(async (id) => readSummary(folder, id, id === published)));
	return told.flatMap((each) => (each === undefined ? [] : [{ ...each, current: each.id === published }]));
}

/** From what lies beside the snapshot, else from itself. Undefined where one that need not be there has been cleared away, or cannot be read. */
async function readSummary(folder: WarehouseFolder, id: string, required: boolean): Promise<Summary | undefined> {
	const { success, data } = summary.safeParse(await toldOfSnapshot(folder, id));
	if (success) return data;
	return readFromItself(folder, id).catch((error: unknown) => {
		if (required) throw error;
		return undefined;
	});
}

async function readFromItself(folder: WarehouseFolder, id: string): Promise<Summary> {
	const engine = await openEngine();
	try {
		const db = await engine.connect();
		await attachSnapshot(db, folder, id, 'told');
		await run(db, 'USE told');
		return summary.parse(await readStamp(db));
	} finally {
		engine.closeSync();
	}
}
