import { mkdir, open, readFile, rm } from 'node:fs/promises';
import type { WarehouseFolder } from './folder.ts';

/** Runs `work` while no other import works on the warehouse; throws at once where one does. A lock whose process is gone is taken over. */
export async function locked<T>(folder: WarehouseFolder, work: () => Promise<T>): Promise<T> {
	await mkdir(folder.root, { recursive: true });
	await take(folder.lock);
	return work().finally(() => rm(folder.lock, { force: true }));
}

async function take(lock: string): Promise<void> {
	const handle = await open(lock, 'wx').catch(async (error: NodeJS.ErrnoException) => {
		if (error.code !== 'EEXIST') throw error;
		const owner = Number(await readFile(lock, 'utf8').catch(() => ''));
		if (alive(owner)) throw new Error(`another import (process ${owner}) is working on this warehouse: wait until it ends, then run this again`);
		await rm(lock, { force: true });
		return open(lock, 'wx');
	});
	await handle.writeFile(String(process.pid)).finally(() => handle.close());
}

function alive(pid: number): boolean {
	if (!Number.isInteger(pid) || pid <= 0) return false;
	try {
		process.kill(pid, 0);
		return true;
	} catch (error) {
		return error instanceof Error && 'code' in error && error.code === 'EPERM';
	}
}
