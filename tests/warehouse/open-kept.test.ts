import { stat } from 'node:fs/promises';
import { join } from 'node:path';
import { expect, onTestFinished, test } from 'vitest';
import { z } from 'zod';
import { rows } from '#lib/server/warehouse/database.ts';
import { snapshotFile, warehouseFolder } from '#lib/server/warehouse/folder.ts';
import { NotKept, openKept } from '#lib/server/warehouse/open-kept.ts';
import type { Warehouse } from '#lib/server/warehouse/open.ts';
import { temporaryFolder } from '../intake/temporary-folder.ts';
import { publishSnapshot } from './publish-snapshot.ts';

async function published(count: number) {
	const root = await temporaryFolder();
	const ids: string[] = [];
	for (let pain = 1; pain <= count; pain += 1) ids.push(await publishSnapshot(root, pain));
	return { root, folder: warehouseFolder(join(root, 'warehouse')), ids };
}

const patients = async (warehouse: Warehouse) => warehouse.read(async (db) => (await rows(db, z.object({ patient: z.string() }), 'SELECT patient_id AS patient FROM patients ORDER BY patient')).map(({ patient }) => patient));

test('a snapshot that is kept is read as it was, whichever is published', async () => {
	const { folder, ids } = await published(3);
	const second = await openKept(folder, ids[1] ?? '');
	onTestFinished(() => second.close());
	expect([await patients(second), await second.read(async (_, stamp) => stamp.id)]).toEqual([['P1', 'P2'], ids[1]]);
});

test('a snapshot that is read is not cleared away by later imports', async () => {
	const { root, folder, ids } = await published(1);
	const first = await openKept(folder, ids[0] ?? '');
	for (let pain = 2; pain <= 8; pain += 1) await publishSnapshot(root, pain);
	expect(await patients(first)).toEqual(['P1']);
	first.close();
	await publishSnapshot(root, 9);
	await expect(stat(snapshotFile(folder, ids[0] ?? ''))).rejects.toThrow('ENOENT');
});

test('a snapshot that is not kept is told of by its id', async () => {
	const { folder } = await published(1);
	await expect(openKept(folder, '01J00000000000000000000000')).rejects.toThrow(NotKept);
});

test('nothing but the snapshots can be reached', async () => {
	const { folder, ids } = await published(1);
	const kept = await openKept(folder, ids[0] ?? '');
	onTestFinished(() => kept.close());
	await expect(kept.read((db) => db.run(`SELECT * FROM read_text('/etc/passwd')`))).rejects.toThrow(/disabled/);
});
