import { randomUUID } from 'node:crypto';
import { mkdir, open, readdir, readFile, rename, rm, stat } from 'node:fs/promises';
import { join } from 'node:path';
import { sha256 } from '../sha256.ts';
import type { WarehouseFolder } from './folder.ts';
import { isRecent } from './presence.ts';

/** File of the verdicts that were reached on a snapshot; it outlives the snapshot. */
export function verdictFile(folder: WarehouseFolder, snapshot: string): string {
	return join(folder.verdicts, `${snapshot}.json`);
}

/** The name under which a verdict on `content` is kept: another content has another name. */
export function verdictKey(content: unknown): string {
	return sha256(JSON.stringify(content));
}

/** What the files of verdicts hold, oldest snapshot first, read by `parse`; one that cannot be read is passed over, and written anew. */
export async function keptVerdicts<Verdicts>(folder: WarehouseFolder, parse: (json: unknown) => Verdicts): Promise<Verdicts[]> {
	const names = await readdir(folder.verdicts).catch(() => []);
	const files = names.filter((name) => /^[0-9A-HJKMNP-TV-Z]{26}\.json$/u.test(name)).sort();
	const read = await Promise.all(files.map(async (name) => parsed(await readFile(join(folder.verdicts, name), 'utf8').catch(() => ''), parse)));
	return read.flatMap((each) => each ?? []);
}

/** Written beside its place, flushed and renamed, so that nobody reads half of it. The folder of the warehouse must be there. */
export async function keepVerdicts(folder: WarehouseFolder, snapshot: string, verdicts: object): Promise<void> {
	await mkdir(folder.verdicts).catch((error: NodeJS.ErrnoException) => {
		if (error.code !== 'EEXIST') throw error;
	});
	await clearUnfinished(folder);
	const next = join(folder.verdicts, `${snapshot}.${randomUUID()}.next`);
	const file = await open(next, 'w');
	try {
		await file.writeFile(`${JSON.stringify(verdicts)}\n`);
		await file.sync();
	} finally {
		await file.close();
	}
	await rename(next, verdictFile(folder, snapshot));
}

/** What a process that was stopped while it wrote left behind. */
async function clearUnfinished(folder: WarehouseFolder): Promise<void> {
	for (const name of (await readdir(folder.verdicts)).filter((each) => each.endsWith('.next'))) {
		const path = join(folder.verdicts, name);
		const touched = await stat(path).catch(() => undefined);
		if (touched !== undefined && !isRecent(touched.mtimeMs)) await rm(path, { force: true });
	}
}

function parsed<Verdicts>(text: string, parse: (json: unknown) => Verdicts): Verdicts | undefined {
	try {
		return parse(JSON.parse(text));
	} catch {
		return undefined;
	}
}
