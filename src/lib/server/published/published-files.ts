import { randomUUID } from 'node:crypto';
import { mkdir, open, readdir, readFile, rename } from 'node:fs/promises';
import { join } from 'node:path';
import type { WarehouseFolder } from '../warehouse/folder.ts';
import { publishedRecord, type PublishedRecord } from './record.ts';

/** All that was ever published, oldest first, withdrawn figures too. Throws where a file cannot be read, since the guard must know them all. */
export async function publishedRecords(folder: WarehouseFolder): Promise<PublishedRecord[]> {
	const names = await readdir(publishedFolder(folder)).catch((error: NodeJS.ErrnoException) => {
		if (error.code === 'ENOENT') return [];
		throw error;
	});
	const files = names.filter((name) => /^[0-9A-HJKMNP-TV-Z]{26}\.json$/u.test(name)).sort();
	return Promise.all(files.map(async (name) => parsed(name, await readFile(join(publishedFolder(folder), name), 'utf8'))));
}

/** Written beside its place, flushed and renamed, so that nobody reads half of it. */
export async function keepRecord(folder: WarehouseFolder, record: PublishedRecord): Promise<void> {
	await mkdir(publishedFolder(folder), { recursive: true });
	const next = join(publishedFolder(folder), `${record.id}.${randomUUID()}.next`);
	const file = await open(next, 'w', 0o600);
	try {
		await file.writeFile(`${JSON.stringify(record)}\n`);
		await file.sync();
	} finally {
		await file.close();
	}
	await rename(next, join(publishedFolder(folder), `${record.id}.json`));
}

function publishedFolder(folder: WarehouseFolder): string {
	return join(folder.root, 'published');
}

function parsed(name: string, text: string): PublishedRecord {
	try {
		return publishedRecord.parse(JSON.parse(text));
	} catch {
		throw new Error(`published/${name} cannot be read: put it back from a copy; nothing can be published until then`);
	}
}
