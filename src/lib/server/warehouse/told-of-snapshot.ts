import { readFile } from 'node:fs/promises';
import { summaryFile, type WarehouseFolder } from './folder.ts';

/** What lies beside a snapshot about it, unparsed; undefined where that is missing or damaged. */
export async function toldOfSnapshot(folder: WarehouseFolder, id: string): Promise<unknown> {
	const text = await readFile(summaryFile(folder, id), 'utf8').catch(() => '');
	try {
		return JSON.parse(text);
	} catch {
		return undefined;
	}
}
