import { mkdir, open, readdir, rename, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { clearLeftovers } from './clear-leftovers.ts';
import { currentSnapshot, keptSnapshots, type WarehouseFolder } from './folder.ts';
import { locked } from './lock.ts';
import { verdictFile } from './verdict-files.ts';

/** What an undo takes back, and what is published again. */
export type Undoing = Readonly<{ undone: string; restored: string }>;

/**
 * Publishes the snapshot again that was published before the current one. The one undone stays in its folder until it is cleared away
 * like any old one, with a mark beside it, so that a later undo does not lead back to it; the verdicts that were reached on it go.
 * `expected` is the snapshot that is to be undone; where another has been published since, nothing changes.
 */
export async function undo(folder: WarehouseFolder, expected?: string): Promise<Undoing> {
	return locked(folder, async () => {
		await clearLeftovers(folder);
		const next = await undoable(folder);
		if (next === undefined) throw new Error(`there is nothing to undo: no snapshot published before the current one is kept in ${folder.snapshots}`);
		if (expected !== undefined && expected !== next.undone) throw new Error(`another snapshot has been published since: ${next.undone}: look again before you undo it`);
		await mkdir(folder.building, { recursive: true });
		await put(folder, 'undone', markFile(folder, next.undone), '');
		await put(folder, 'current.json', folder.current, `${JSON.stringify({ id: next.restored })}\n`);
		await rm(folder.building, { recursive: true, force: true });
		await rm(verdictFile(folder, next.undone), { force: true });
		await forget(folder);
		return next;
	});
}

/** What an undo would do now; undefined where there is nothing to go back to. */
export async function undoable(folder: WarehouseFolder): Promise<Undoing | undefined> {
	const current = await currentSnapshot(folder);
	if (current === undefined) return undefined;
	const marked = new Set(await undoneSnapshots(folder));
	const restored = (await keptSnapshots(folder)).find((id) => id < current && !marked.has(id));
	return restored === undefined ? undefined : { undone: current, restored };
}

/** Marks of snapshots that have been cleared away go too. */
async function forget(folder: WarehouseFolder): Promise<void> {
	const kept = new Set(await keptSnapshots(folder));
	for (const id of await undoneSnapshots(folder)) if (!kept.has(id)) await rm(markFile(folder, id), { force: true });
}

/** Those that were undone, as long as they are kept. */
export async function undoneSnapshots(folder: WarehouseFolder): Promise<string[]> {
	const names = await readdir(folder.snapshots).catch(() => []);
	return names.flatMap((name) => /^snap-(.+)\.undone$/u.exec(name)?.[1] ?? []);
}

function markFile(folder: WarehouseFolder, id: string): string {
	return join(folder.snapshots, `snap-${id}.undone`);
}

/** Written in the building folder, flushed and renamed, so that nobody reads half of it. */
async function put(folder: WarehouseFolder, name: string, path: string, text: string): Promise<void> {
	const next = join(folder.building, name);
	await writeFile(next, text);
	await flush(next);
	await rename(next, path);
	await flush(join(path, '..'));
}

async function flush(path: string): Promise<void> {
	const handle = await open(path, 'r');
	await handle.sync().finally(() => handle.close());
}
