import { link, mkdir, readFile, rename, rm, rmdir, writeFile } from 'node:fs/promises';
import type { WarehouseFolder } from './folder.ts';

/** Runs `work` while no other import works on the warehouse; throws at once where one does. A lock whose process is gone is taken over. */
export async function locked<T>(folder: WarehouseFolder, work: () => Promise<T>): Promise<T> {
	const made = await mkdir(folder.root, { recursive: true });
	await take(folder.lock);
	try {
		return await work();
	} finally {
		await rm(folder.lock, { force: true });
		if (made !== undefined) await rmdir(folder.root).catch(() => undefined);
	}
}

/** This process, told from an earlier one that had the same number, as happens in containers. */
const owner = `${process.pid} ${Math.round(performance.timeOrigin)}`;

/** The lock appears with its owner's name in it, by a hard link, so that nobody sees it empty. */
async function take(lock: string): Promise<void> {
	const own = `${lock}.${process.pid}`;
	await writeFile(own, owner);
	try {
		if (await linked(own, lock)) return;
		const found = await readFile(lock, 'utf8').catch(() => '');
		if (working(found)) throw busy(found, lock);
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
	return new Error(`another import (process ${found.split(' ')[0] ?? ''}) is working on this warehouse: wait until it ends, then run this again (its lock is ${lock})`);
}

function working(found: string): boolean {
	const pid = Number(found.split(' ')[0]);
	if (!Number.isInteger(pid) || pid <= 0) return false;
	if (pid === process.pid) return found === owner;
	try {
		process.kill(pid, 0);
		return true;
	} catch (error) {
		return error instanceof Error && 'code' in error && error.code === 'EPERM';
	}
}
