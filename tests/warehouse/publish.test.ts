import { access, mkdir, readdir, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { currentSnapshot, keptSnapshots, snapshotFile, warehouseFolder } from '#lib/server/warehouse/folder.ts';
import { publish } from '#lib/server/warehouse/publish.ts';
import { listSnapshots } from '#lib/server/warehouse/summary.ts';
import { temporaryFolder } from '../intake/temporary-folder.ts';
import { publishSnapshot } from './publish-snapshot.ts';

const summary = { publishedAt: '2025-01-01T00:00:00.000Z', synthetic: false, sessions: 1, episodes: 1, patients: 1 };
const idOf = (place: number) => `01J0000000000000000000000${place}`;

/** Publishes files that only look like snapshots, numbered from 0. */
async function publishMany(count: number) {
	const folder = warehouseFolder(await temporaryFolder());
	for (let place = 0; place < count; place += 1) {
		await mkdir(folder.building, { recursive: true });
		const built = join(folder.building, 'next.duckdb');
		await writeFile(built, `snapshot ${place}`);
		await publish(folder, built, { id: idOf(place), ...summary });
	}
	return folder;
}

describe('publish', () => {
	test('keeps the last five', async () => {
		expect(await keptSnapshots(await publishMany(8))).toEqual([7, 6, 5, 4, 3].map(idOf));
	});

	test('keeps what is told of the last five, and no more', async () => {
		const folder = await publishMany(8);
		expect((await readdir(folder.snapshots)).filter((name) => name.endsWith('.json'))).toHaveLength(5);
	});

	test('names the newest as current', async () => {
		expect(await currentSnapshot(await publishMany(3))).toBe(idOf(2));
	});

	test('moves the file as it is', async () => {
		const folder = await publishMany(2);
		expect(await readFile(snapshotFile(folder, idOf(1)), 'utf8')).toBe('snapshot 1');
	});

	test('leaves nothing in the building folder', async () => {
		expect(await readdir((await publishMany(3)).building)).toEqual([]);
	});

	test('leaves the old one current and whole where the new file is not there', async () => {
		const folder = await publishMany(6);
		await publish(folder, join(folder.building, 'nothing.duckdb'), { id: idOf(9), ...summary }).catch(() => undefined);
		expect({ current: await currentSnapshot(folder), kept: await keptSnapshots(folder) }).toEqual({ current: idOf(5), kept: [5, 4, 3, 2, 1].map(idOf) });
	});

	test('does not clear away the published one before another is published', async () => {
		const folder = await publishMany(5);
		await writeFile(folder.current, JSON.stringify({ id: idOf(0) }));
		await mkdir(folder.building, { recursive: true });
		await writeFile(join(folder.building, 'next.duckdb'), 'snapshot 5');
		const publishing = publish(folder, join(folder.building, 'next.duckdb'), { id: idOf(5), ...summary });
		const seen: boolean[] = [];
		const watched = publishing.then(() => false);
		while (await Promise.race([watched, Promise.resolve(true)])) seen.push(await currentIsThere(folder));
		expect(seen.length > 0 && seen.every(Boolean)).toBe(true);
	});
});

describe('the pointer', () => {
	test('is never half written while snapshots are published', async () => {
		const folder = await publishMany(1);
		let done = false;
		const republishing = (async () => {
			for (let place = 1; place < 8; place += 1) {
				await mkdir(folder.building, { recursive: true });
				await writeFile(join(folder.building, 'next.duckdb'), `snapshot ${place}`);
				await publish(folder, join(folder.building, 'next.duckdb'), { id: idOf(place), ...summary });
			}
			done = true;
		})();
		const seen = new Set<string | undefined>();
		while (!done) seen.add(await currentSnapshot(folder));
		await republishing;
		expect(seen.has(undefined)).toBe(false);
	});

	test('that names no snapshot id is refused, and not followed out of the folder', async () => {
		const folder = await publishMany(1);
		await writeFile(folder.current, JSON.stringify({ id: '../../secret' }));
		await expect(currentSnapshot(folder)).rejects.toThrow();
	});
});

describe('the list of snapshots', () => {
	test('marks the published one', async () => {
		const listed = await listSnapshots(await publishMany(2));
		expect(listed.map(({ id, current }) => ({ id, current }))).toEqual([
			{ id: idOf(1), current: true },
			{ id: idOf(0), current: false },
		]);
	});

	test('can be read while snapshots are published and cleared away', async () => {
		const folder = await temporaryFolder();
		const warehouse = warehouseFolder(join(folder, 'warehouse'));
		let done = false;
		const publishing = (async () => {
			for (let pain = 0; pain < 8; pain += 1) await publishSnapshot(folder, pain);
			done = true;
		})();
		const lengths = new Set<number>();
		while (!done) lengths.add((await listSnapshots(warehouse)).length);
		await publishing;
		expect(Math.max(...lengths)).toBeLessThanOrEqual(6);
	});

	test('is empty where there is no warehouse', async () => {
		expect(await listSnapshots(warehouseFolder(join(await temporaryFolder(), 'nowhere')))).toEqual([]);
	});
});

async function currentIsThere(folder: ReturnType<typeof warehouseFolder>): Promise<boolean> {
	const id = await currentSnapshot(folder);
	return id !== undefined && access(snapshotFile(folder, id)).then(() => true, () => currentSnapshot(folder).then((later) => later !== id));
}
