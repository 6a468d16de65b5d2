import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { WarehouseFolder } from './folder.ts';

/** What the files of the warehouse's `claims` folder hold, read by `parse`, and what is wrong with those that cannot be read. */
export async function ownClaims<Claims>({ claims }: WarehouseFolder, parse: (json: unknown) => Claims): Promise<Readonly<{ found: readonly Claims[]; unread: readonly string[] }>> {
	const files = await readdir(claims).catch(() => []);
	const found: Claims[] = [];
	const unread: string[] = [];
	for (const file of files.filter((name) => name.endsWith('.json')).sort()) {
		try {
			found.push(parse(JSON.parse(await readFile(join(claims, file), 'utf8'))));
		} catch (error) {
			unread.push(`${file} holds no claims that can be read: ${error instanceof Error ? error.message : String(error)}`);
		}
	}
	return { found, unread };
}
