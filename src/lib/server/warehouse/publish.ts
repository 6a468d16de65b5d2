import { mkdir, open, rename, rm, stat, writeFile } from 'node:fs/promises';
import { basename, join } from 'node:path';
import { snapshotFile, summaryFile, type WarehouseFolder } from './folder.ts';
import { prune } from './prune.ts';
import type { Summary } from './summary.ts';

/**
 * Publishes a finished snapshot file: flushed to disk, moved to its place, and only then named as current by an atomic
 * rename, so that a crash at any moment leaves either the old snapshot published or the new one. What is under way is noted in the
 * building folder, so that a snapshot that was moved but never named is cleared away.
 */
export async function publish(folder: WarehouseFolder, built: string, summary: Summary): Promise<void> {
	const { id } = summary;
	await mkdir(folder.snapshots, { recursive: true });
	await mkdir(folder.building, { recursive: true });
	await write(folder.publishing, { id });
	await flush(folder.building);
	await put(folder, summaryFile(folder, id), { ...summary, bytes: (await stat(built)).size });
	await flush(built);
	await rename(built, snapshotFile(folder, id));
	await flush(folder.snapshots);
	await put(folder, folder.current, { id });
	await flush(folder.root);
	await rm(folder.publishing);
	await prune(folder, id);
}

/** Written in the building folder and renamed, so that nobody reads half of it and what a crash leaves is cleared away. */
async function put(folder: WarehouseFolder, path: string, content: object): Promise<void> {
	const next = join(folder.building, basename(path));
	await write(next, content);
	await rename(next, path);
}

async function write(path: string, content: object): Promise<void> {
	await writeFile(path, `${JSON.stringify(content)}\n`);
	await flush(path);
}

async function flush(path: string): Promise<void> {
	const handle = await open(path, 'r');
	await handle.sync().finally(() => handle.close());
}
