import { z } from 'zod';
import { attachSnapshot } from '../warehouse/attach-snapshot.ts';
import { oneRow, run, type Database } from '../warehouse/database.ts';
import { currentSnapshot, type WarehouseFolder } from '../warehouse/folder.ts';
import { readStamp, type Stamp } from '../warehouse/stamp.ts';
import originSql from './sql/origin.sql?raw';
import { viewKnown } from './view-known.ts';

/** What the next snapshot is made of: whether its records are made up, and the published snapshot that it continues. */
export type Lineage = Readonly<{ synthetic: boolean; previous: Stamp | undefined; notes: readonly string[] }>;

/**
 * Attaches the published snapshot as `previous`, lets it be read as `known_…`, and decides whether the import continues it. Made-up and real records never
 * share a snapshot: real ones take the place of a made-up snapshot, and made-up ones are refused where real ones are.
 */
export async function lineage(db: Database, folder: WarehouseFolder): Promise<Lineage> {
	const decided = await decide(db, folder);
	await viewKnown(db, decided.previous !== undefined);
	return decided;
}

async function decide(db: Database, folder: WarehouseFolder): Promise<Lineage> {
	const { real, synthetic } = await oneRow(db, z.object({ real: z.number(), synthetic: z.number() }), originSql);
	if (real > 0 && synthetic > 0) throw new Error('these files hold real and synthetic records: import the real ones alone');
	const published = await attachPublished(db, folder);
	const madeUp = synthetic > 0;
	if (published === undefined || real + synthetic === 0 || published.synthetic === madeUp) return { synthetic: madeUp, previous: published, notes: [] };
	if (madeUp) throw new Error('these records are synthetic and the warehouse holds real ones: import them into another folder (--warehouse DIR)');
	return { synthetic: false, previous: undefined, notes: ['the synthetic records that were published are left out from now on'] };
}

async function attachPublished(db: Database, folder: WarehouseFolder): Promise<Stamp | undefined> {
	const id = await currentSnapshot(folder);
	if (id === undefined) return undefined;
	await attachSnapshot(db, folder, id, 'previous');
	await run(db, 'USE previous');
	const stamp = await readStamp(db);
	await run(db, 'USE memory');
	return stamp;
}
