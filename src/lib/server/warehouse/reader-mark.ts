import { randomUUID } from 'node:crypto';
import { rmSync, rmdirSync } from 'node:fs';
import { mkdir, readFile, readdir, rename, rm, stat, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { WarehouseFolder } from './folder.ts';
import { isPresent, isRecent, keepTouched, presence } from './presence.ts';

/** What a process that reads snapshots shows to those that would clear them away. */
export type ReaderMark = Readonly<{
	/** names the snapshots that are read from now on, in place of those named before */
	hold(ids: readonly string[]): Promise<void>;
	drop(): void;
}>;

/** A file of one reader: its process on the first line, then the snapshots that it reads. It appears whole, by a rename. */
export function readerMark(folder: WarehouseFolder): ReaderMark {
	const path = join(folder.readers, `${process.pid}-${randomUUID()}`);
	const rest = keepTouched(path);
	return {
		hold: async (ids) => {
			await mkdir(folder.readers, { recursive: true });
			await writeFile(`${path}.next`, [presence, ...ids, ''].join('\n'));
			await rename(`${path}.next`, path);
		},
		drop: () => {
			rest();
			discard(folder, path);
		},
	};
}

/** The snapshots that processes read; marks of processes that are gone are cleared away. */
export async function heldSnapshots(folder: WarehouseFolder): Promise<Set<string>> {
	const names = await readdir(folder.readers).catch(() => []);
	return new Set((await Promise.all(names.map((name) => held(join(folder.readers, name))))).flat());
}

async function held(path: string): Promise<string[]> {
	const [text, touched] = await Promise.all([readFile(path, 'utf8').catch(() => ''), stat(path).catch(() => undefined)]);
	if (touched === undefined) return [];
	const [owner = '', ...ids] = text.trim().split('\n');
	if (isPresent(owner, touched.mtimeMs) || (owner === '' && isRecent(touched.mtimeMs))) return ids;
	await rm(path, { force: true }).catch(() => undefined);
	return [];
}

/** The folder goes with its last mark; where it may not be written to, the mark is cleared away by the next import. */
function discard(folder: WarehouseFolder, path: string): void {
	try {
		rmSync(path, { force: true });
		rmdirSync(folder.readers);
	} catch {
		return;
	}
}
