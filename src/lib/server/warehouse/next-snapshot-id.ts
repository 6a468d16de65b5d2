import { decodeTime, ulid } from 'ulid';
import { keptSnapshots, type WarehouseFolder } from './folder.ts';

/** An id that sorts after those of all snapshots kept, also where the clock has been set back. */
export async function nextSnapshotId(folder: WarehouseFolder, now = Date.now()): Promise<string> {
	const [newest] = await keptSnapshots(folder);
	return ulid(newest === undefined ? now : Math.max(now, decodeTime(newest) + 1));
}
