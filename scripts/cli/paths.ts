import { dirname, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';

const root = dirname(dirname(dirname(fileURLToPath(import.meta.url))));

/** A path as the person at the keyboard means it: npm changes the folder before a script runs, and INIT_CWD remembers. */
export function userPath(path: string): string {
	return resolve(process.env['INIT_CWD'] ?? '.', path);
}

/** The warehouse folder: the option, else NEEDLEPOINT_WAREHOUSE, else `warehouse` beside the code. */
export function warehousePath(option: string | undefined): string {
	const named = option ?? process.env['NEEDLEPOINT_WAREHOUSE'];
	return named === undefined || named === '' ? resolve(root, 'warehouse') : userPath(named);
}
