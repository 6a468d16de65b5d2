import { LRUCache } from 'lru-cache';
import type { Answer, Filters } from '#lib/questions/answer.ts';
import type { OverviewResult } from '#lib/questions/overview/result.ts';
import { answer } from './answer.ts';
import { minimumCell } from './disclosure/minimum-cell.ts';
import { keptSnapshots } from './warehouse/folder.ts';
import { openKept } from './warehouse/open-kept.ts';
import type { Warehouse } from './warehouse/open.ts';

type Earlier = Answer<OverviewResult> | null;

/** A snapshot never changes, so what it said is kept; few filters are in use at a time. */
const kept = new LRUCache<string, Promise<Earlier>>({ max: 100 });

/** The overview of the snapshot published before the one named; null where none is kept, or it cannot be read. */
export async function overviewBefore({ folder }: Warehouse, id: string, filters: Filters): Promise<Earlier> {
	const before = (await keptSnapshots(folder)).find((each) => each < id);
	if (before === undefined) return null;
	const key = JSON.stringify([folder.root, before, minimumCell(), filters]);
	const found = kept.get(key) ?? read(folder, before, filters);
	kept.set(key, found);
	return found.catch(() => {
		kept.delete(key);
		return null;
	});
}

async function read(folder: Warehouse['folder'], id: string, filters: Filters): Promise<Earlier> {
	const warehouse = await openKept(folder, id).catch(() => undefined);
	if (warehouse === undefined) return null;
	return answer(warehouse, 'overview', filters).finally(() => warehouse.close());
}
