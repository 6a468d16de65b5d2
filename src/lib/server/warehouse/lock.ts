import { link, mkdir, readFile, rename, rm, rmdir, stat, writeFile } from 'node:fs/promises';
import { hostname } from 'node:os';
import type { WarehouseFolder } from './folder.ts';
import { isPresent, keepTouched, presence } from './presence.ts';

/** Runs `work` while no other import works on the warehouse; throws at once where one does. A lock whose process is gone is taken over. */
export async function locked<T>(folder: WarehouseFolder, work: () => Promise<T>): Promise<T> {
	const made = await mkdir(folder.root, { recursive: true });
	await take(folder.lock);
	const rest = keepTouched(folder.lock);
	try {
		return await work();
	} finally {
		rest();
		await rm(folder.lock, { force: true });
		if (made !== undefined) await rmdir(folder.root).catch(() => undefined);
	}
}

/** Whether an import that was stopped in the middle has left its lock. */
export async function isLockLeft(folder: WarehouseFolder): Promise<boolean> {
	const found = await seen(folder.lock);
	return found !== undefined && !isPresent(found.text, found.touchedAt);
}

/** The lock appears with its owner's name in it, by a hard link, so that nobody sees it empty. */
async function take(lock: string): Promise<void> {
	const own = `${lock}.${process.pid}`;
	try {
		await writeFile(own, presence);
		if (await linked(own, lock)) return;
		const { text: found, touchedAt } = (await seen(lock)) ?? { text: '', touchedAt: 0 };
		if (isPresent(found, touchedAt)) throw busy(found, lock);
		const stale = `${own}.stale`;
		await rename(lock, stale).catch(() => undefined);
		const taken = await readFile(stale, 'utf8').catch(() => found);
		if (taken !== found) await linked(stale, lock);
		await rm(stale, { force: true });
		if (taken !== found || !(await linked(own, lock))) throw busy(taken, lock);
	} finally {
		await rm(own, { force: true });
	}
}

async function seen(lock: string): Promise<{ text: string; touchedAt: number } | undefined> {
	const touched = await stat(lock).catch(() => undefined);
	if (touched === undefined) return undefined;
	return { text: await readFile(lock, 'utf8').catch(() => ''), touchedAt: touched.mtimeMs };
}

async function linked(from: string, to: string): Promise<boolean> {
	return link(from, to).then(
		() => true,
		(error: NodeJS.ErrnoException) => {
			if (error.code === 'EEXIST') return false;
			throw error;
		},
	);
}

function busy(found: string, lock: string): Error {
	const [pid = '', , host] = found.split(' ');
	return new Error(`another import (process ${pid}${host === undefined || host === hostname() ? '' : ` on ${host}`}) is working on this warehouse: wait until it ends, then run this again (its lock is ${lock})`);
}
