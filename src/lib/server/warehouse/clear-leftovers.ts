import { readFile, readdir, rm } from 'node:fs/promises';
import { basename, join } from 'node:path';
import { z } from 'zod';
import { currentSnapshot, snapshotFile, summaryFile, type WarehouseFolder } from './folder.ts';
import { isLockLeft, locked } from './lock.ts';
import { isPresent } from './presence.ts';
import { prune } from './prune.ts';
import { heldSnapshots } from './reader-mark.ts';

const underWay = z.object({ id: z.ulid() });

/** Clears away what an import that was stopped in the middle left behind. To be called by the one that holds the lock. */
export async function clearLeftovers(folder: WarehouseFolder): Promise<void> {
	await withdrawUnpublished(folder);
	await rm(folder.building, { recursive: true, force: true });
	const beside = await namesIn(folder.root);
	for (const name of beside.filter((each) => each.startsWith(`${basename(folder.lock)}.`) && !isPresent(/\d+/u.exec(each)?.[0] ?? '', 0))) await rm(join(folder.root, name), { force: true });
	for (const name of (await namesIn(folder.quarantine)).filter((each) => each.startsWith('tmp_'))) await rm(join(folder.quarantine, name), { force: true });
	await pruneWhatStayed(folder);
}

/** The same when a reader starts; it stays away from an import that is under way, and does nothing where there is nothing to clear. */
export async function clearAfterCrash(folder: WarehouseFolder): Promise<void> {
	await heldSnapshots(folder);
	if (await isLockLeft(folder)) await locked(folder, () => clearLeftovers(folder));
}

/** Where an import was stopped between moving a snapshot to its place and naming it as current, nobody ever read it. */
async function withdrawUnpublished(folder: WarehouseFolder): Promise<void> {
	const text = await readFile(folder.publishing, 'utf8').catch(() => '');
	if (text === '') return;
	const { success, data } = underWay.safeParse(parsed(text));
	if (!success || data.id === (await currentSnapshot(folder))) return;
	await rm(snapshotFile(folder, data.id), { force: true });
	await rm(summaryFile(folder, data.id), { force: true });
}

/** Where an import was stopped between naming its snapshot and clearing away the oldest one. */
async function pruneWhatStayed(folder: WarehouseFolder): Promise<void> {
	const published = await currentSnapshot(folder);
	if (published === undefined) await heldSnapshots(folder);
	else await prune(folder, published);
}

function parsed(text: string): unknown {
	try {
		return JSON.parse(text);
	} catch {
		return undefined;
	}
}

async function namesIn(path: string): Promise<string[]> {
	return readdir(path).catch(() => []);
}
