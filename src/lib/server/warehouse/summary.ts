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
	return Promise.all(ids.map(async (id) => ({ ...summary.parse(JSON.parse(await readFile(summaryFile(folder, id), 'utf8'))), current: id === published })));
}
