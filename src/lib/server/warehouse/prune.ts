import { rm } from 'node:fs/promises';
import { keptSnapshots, snapshotFile, summaryFile, type WarehouseFolder } from './folder.ts';
import { heldSnapshots } from './reader-mark.ts';

/** How many snapshots stay, the published one among them; those that a process still reads stay too. */
const kept = 5;

/** Clears away the oldest snapshots. The file of one goes last: as long as it is there, a clearing that was cut short is made good by the next. */
export async function prune(folder: WarehouseFolder, published: string): Promise<void> {
	const older = (await keptSnapshots(folder)).filter((other) => other < published);
	const held = await heldSnapshots(folder);
	for (const old of older.slice(kept - 1).filter((each) => !held.has(each))) {
		await rm(summaryFile(folder, old), { force: true });
		await rm(snapshotFile(folder, old), { force: true });
	}
}
