import { readFile } from 'node:fs/promises';
import { z } from 'zod';
import { currentSnapshot, keptSnapshots, summaryFile, type WarehouseFolder } from './folder.ts';

/** What is told of a snapshot without opening it; written beside it when it is published, and as immutable. */
export type Summary = z.infer<typeof summary>;

export const summary = z.object({ id: z.string(), publishedAt: z.string(), synthetic: z.boolean(), sessions: z.number(), episodes: z.number(), patients: z.number() });

/** The snapshots kept, newest first; `current` is the published one. */
export async function listSnapshots(folder: WarehouseFolder): Promise<(Summary & { current: boolean })[]> {
	const published = await currentSnapshot(folder);
	const ids = await keptSnapshots(folder);
	const told = await Promise.all(ids.map(async (id) => readSummary(folder, id)));
	return told.flatMap((each) => (each === undefined ? [] : [{ ...each, current: each.id === published }]));
}

/** Undefined where the snapshot has been cleared away since it was listed. */
async function readSummary(folder: WarehouseFolder, id: string): Promise<Summary | undefined> {
	const text = await readFile(summaryFile(folder, id), 'utf8').catch((error: NodeJS.ErrnoException) => {
		if (error.code === 'ENOENT') return undefined;
		throw error;
	});
	return text === undefined ? undefined : summary.parse(JSON.parse(text));
}
