import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Mapping } from './mapping.ts';
import { parseMapping } from './parse-mapping.ts';

/** All mappings of data/mappings, in the order of their names. */
export async function shippedMappings(folder = 'data/mappings'): Promise<Mapping[]> {
	const names = (await readdir(folder)).filter((name) => name.endsWith('.json')).toSorted();
	return Promise.all(names.map(async (name) => parseMapping(await readFile(join(folder, name), 'utf8'), name)));
}
