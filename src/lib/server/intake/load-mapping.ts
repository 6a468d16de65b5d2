import { readFile } from 'node:fs/promises';
import { existsSync } from 'node:fs';
import { basename, join, resolve } from 'node:path';
import type { Mapping } from './mapping.ts';
import { parseMapping } from './parse-mapping.ts';

const none: Mapping = { name: 'none', columns: {}, values: {} };

/** The mapping by its name in data/mappings or by its file; without one, columns must have their canonical names. */
export async function loadMapping(nameOrFile: string | undefined, folder = 'data/mappings'): Promise<Mapping> {
	if (nameOrFile === undefined) return none;
	const shipped = join(folder, `${basename(nameOrFile)}.json`);
	const file = existsSync(shipped) ? shipped : resolve(process.env['INIT_CWD'] ?? '.', nameOrFile);
	const text = await readFile(file, 'utf8').catch(() => {
		throw new Error(`--map: there is no mapping ${nameOrFile} in ${folder}, nor such a file`);
	});
	return parseMapping(text, basename(file));
}
