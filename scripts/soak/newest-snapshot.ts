import { readFile } from 'node:fs/promises';
import { z } from 'zod';
import { currentSnapshot, summaryFile, warehouseFolder } from '#lib/server/warehouse/folder.ts';

/** A snapshot, and when it was known to be published, in milliseconds. */
export type Published = z.infer<typeof counted> & Readonly<{ seenAt: number }>;

const counted = z.object({ id: z.string(), sessions: z.number(), episodes: z.number() });

/** The snapshot that is published, with what is told of it beside it. */
export async function newestSnapshot(warehouse: string): Promise<Published> {
	const folder = warehouseFolder(warehouse);
	const id = await currentSnapshot(folder);
	if (id === undefined) throw new Error(`no snapshot is published in the warehouse: ${warehouse}`);
	return { ...counted.parse(JSON.parse(await readFile(summaryFile(folder, id), 'utf8'))), seenAt: performance.now() };
}
