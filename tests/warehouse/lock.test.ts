import { readdir, readFile, writeFile } from 'node:fs/promises';
import { setTimeout as pause } from 'node:timers/promises';
import { describe, expect, test } from 'vitest';
import { warehouseFolder } from '#lib/server/warehouse/folder.ts';
import { locked } from '#lib/server/warehouse/lock.ts';
import { temporaryFolder } from '../intake/temporary-folder.ts';

/** A process number that no process has. */
const gone = 2 ** 22 - 1;

describe('a locked warehouse', () => {
	test('refuses a second import while one works, and names its process', async () => {
		const folder = warehouseFolder(await temporaryFolder());
		const refused = await locked(folder, () => locked(folder, async () => 'both').catch(String));
		expect(refused).toContain(`another import (process ${process.pid}) is working on this warehouse: wait until it ends, then run this again`);
	});

	test('lets one of many at once work, and no other', async () => {
		const folder = warehouseFolder(await temporaryFolder());
		const tries = Array.from({ length: 12 }, () => locked(folder, () => pause(100)).then(() => 'worked', () => 'refused'));
		expect((await Promise.all(tries)).filter((each) => each === 'worked')).toHaveLength(1);
	});

	test('lets the next import work when the first has ended', async () => {
		const folder = warehouseFolder(await temporaryFolder());
		await locked(folder, async () => 'first');
		expect(await locked(folder, async () => 'second')).toBe('second');
	});

	test('lets the next import work when the first has failed', async () => {
		const folder = warehouseFolder(await temporaryFolder());
		await locked(folder, () => Promise.reject(new Error('broken'))).catch(() => undefined);
		expect(await locked(folder, async () => 'second')).toBe('second');
	});

	test('is not unlocked by the one that was refused', async () => {
		const folder = warehouseFolder(await temporaryFolder());
		const tries = await locked(folder, async () => [await attempt(folder), await attempt(folder)]);
		expect(tries).toEqual(['refused', 'refused']);
	});

	test.each([
		['of a process that is gone', `${gone} 1700000000000`],
		['of an earlier process that had the same number', `${process.pid} 1`],
		['that is empty', ''],
		['that is nonsense', 'x y'],
	])('is taken over with a lock %s', async (_, text) => {
		const folder = warehouseFolder(await temporaryFolder());
		await writeFile(folder.lock, text);
		expect(await locked(folder, () => readFile(folder.lock, 'utf8'))).toMatch(new RegExp(`^${process.pid} `, 'u'));
	});

	test('is respected with a lock of a process that is alive', async () => {
		const folder = warehouseFolder(await temporaryFolder());
		await writeFile(folder.lock, `${process.ppid} 1`);
		await expect(locked(folder, async () => 'worked')).rejects.toThrow(`another import (process ${process.ppid})`);
	});

	test('leaves no file behind', async () => {
		const folder = warehouseFolder(await temporaryFolder());
		await writeFile(folder.lock, `${gone} 1`);
		await locked(folder, async () => 'worked');
		expect(await readdir(folder.root)).toEqual([]);
	});
});

async function attempt(folder: ReturnType<typeof warehouseFolder>): Promise<string> {
	return locked(folder, async () => 'worked').catch(() => 'refused');
}
