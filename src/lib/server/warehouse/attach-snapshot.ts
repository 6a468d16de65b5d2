import { stat } from 'node:fs/promises';
import { z } from 'zod';
import { literal } from '#lib/record/sql.ts';
import { run, type Database } from './database.ts';
import { damagedSnapshot } from './damaged-snapshot.ts';
import { snapshotFile, type WarehouseFolder } from './folder.ts';
import { toldOfSnapshot } from './told-of-snapshot.ts';

/** Bytes of a snapshot's file when it was published; not told of those of older versions. */
const published = z.object({ bytes: z.number() });

/** Attaches a snapshot to be read under a name; throws where its file is missing, or not what was published. */
export async function attachSnapshot(db: Database, folder: WarehouseFolder, id: string, alias: string): Promise<void> {
	const path = snapshotFile(folder, id);
	const size = await stat(path).then(
		(found) => found.size,
		() => undefined,
	);
	if (size === undefined) throw await damagedSnapshot(folder, id, 'is missing');
	const bytes = published.safeParse(await toldOfSnapshot(folder, id)).data?.bytes ?? size;
	if (bytes !== size) throw await damagedSnapshot(folder, id, `is damaged (${size} bytes of ${bytes})`);
	try {
		await run(db, `ATTACH IF NOT EXISTS ${literal(path)} AS ${alias} (READ_ONLY)`);
	} catch (error) {
		const locked = error instanceof Error && /lock/u.test(error.message);
		throw await damagedSnapshot(folder, id, locked ? 'is being written to by another program' : 'is damaged');
	}
}
