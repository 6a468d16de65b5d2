import { mkdir, open, rename, rm, writeFile } from 'node:fs/promises';
import { keptSnapshots, snapshotFile, summaryFile, type WarehouseFolder } from './folder.ts';
import type { Summary } from './summary.ts';

/** How many snapshots stay, the published one among them. */
const kept = 5;

/**
 * Publishes a finished snapshot file: flushed to disk, moved to its place, and only then named as current by an atomic
 * rename, so that a crash at any moment leaves either the old snapshot published or the new one.
 */
export async function publish(folder: WarehouseFolder, built: string, summary: Summary): Promise<void> {
	const { id } = summary;
	await mkdir(folder.snapshots, { recursive: true });
	await write(summaryFile(folder, id), summary);
	await flush(built);
	await rename(built, snapshotFile(folder, id));
	await flush(folder.snapshots);
	for (const old of (await keptSnapshots(folder)).filter((other) => other < id).slice(kept - 1)) {
		await rm(snapshotFile(folder, old), { force: true });
		await rm(summaryFile(folder, old), { force: true });
	}
	const next = `${folder.current}.${id}`;
	await write(next, { id });
	await rename(next, folder.current);
	await flush(folder.root);
}

async function write(path: string, content: object): Promise<void> {
	await writeFile(path, `${JSON.stringify(content)}\n`);
	await flush(path);
}

async function flush(path: string): Promise<void> {
	const handle = await open(path, 'r');
	await handle.sync().finally(() => handle.close());
}
