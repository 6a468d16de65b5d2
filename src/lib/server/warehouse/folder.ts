import { statSync } from 'node:fs';
import { readFile, readdir } from 'node:fs/promises';
import { join, resolve } from 'node:path';
import { z } from 'zod';

/** Where a warehouse keeps what. `current` names the published snapshot; all else is found from it. */
export type WarehouseFolder = Readonly<{ root: string; current: string; snapshots: string; building: string; publishing: string; readers: string; quarantine: string; lock: string; codebook: string; claims: string; verdicts: string }>;

const pointer = z.object({ id: z.string().regex(/^[0-9A-HJKMNP-TV-Z]{26}$/) });

export function warehouseFolder(path: string): WarehouseFolder {
	const root = resolve(path);
	return {
		root,
		current: join(root, 'current.json'),
		snapshots: join(root, 'snapshots'),
		building: join(root, 'building'),
		publishing: join(root, 'building', 'publishing.json'),
		readers: join(root, 'readers'),
		quarantine: join(root, 'quarantine'),
		lock: join(root, 'import.lock'),
		codebook: join(root, 'codebook.json'),
		claims: join(root, 'claims'),
		verdicts: join(root, 'verdicts'),
	};
}

/** File of a snapshot. */
export function snapshotFile(folder: WarehouseFolder, id: string): string {
	return join(folder.snapshots, `snap-${id}.duckdb`);
}

/** File of what is told of a snapshot without opening it. */
export function summaryFile(folder: WarehouseFolder, id: string): string {
	return join(folder.snapshots, `snap-${id}.json`);
}

/** Id of the published snapshot, or undefined where none has been published. */
export async function currentSnapshot(folder: WarehouseFolder): Promise<string | undefined> {
	const text = await readFile(folder.current, 'utf8').catch((error: NodeJS.ErrnoException) => {
		if (error.code === 'ENOENT') return undefined;
		throw error;
	});
	return text === undefined ? undefined : named(text) ?? (await damaged(folder));
}

/**
 * Another text whenever another snapshot is named as current; undefined where none has been published, empty where that cannot be seen. It is looked up
 * for each request, and at once: by way of the other threads it would wait for what they are at.
 */
export function publicationOf({ current }: WarehouseFolder): string | undefined {
	try {
		const found = statSync(current, { throwIfNoEntry: false });
		return found && `${found.ino} ${found.mtimeMs}`;
	} catch {
		return '';
	}
}

/** Ids of the snapshots kept, newest first. */
export async function keptSnapshots(folder: WarehouseFolder): Promise<string[]> {
	const names = await readdir(folder.snapshots).catch(() => []);
	return names
		.flatMap((name) => /^snap-([0-9A-HJKMNP-TV-Z]{26})\.duckdb$/.exec(name)?.[1] ?? [])
		.sort()
		.reverse();
}

function named(text: string): string | undefined {
	try {
		return pointer.parse(JSON.parse(text)).id;
	} catch {
		return undefined;
	}
}

async function damaged(folder: WarehouseFolder): Promise<never> {
	const [newest] = await keptSnapshots(folder);
	const remedy = newest === undefined ? 'remove it and import all files again' : `write {"id":"${newest}"} into it to serve the newest snapshot kept`;
	throw new Error(`${folder.current} is damaged and names no snapshot: ${remedy}`);
}
