import { access, readdir, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { currentSnapshot, keptSnapshots, snapshotFile, warehouseFolder } from '#lib/server/warehouse/folder.ts';
import { locked } from '#lib/server/warehouse/lock.ts';
import { openWarehouse } from '#lib/server/warehouse/open.ts';
import { undo, undoable } from '#lib/server/warehouse/undo.ts';
import { runProgram } from '../intake/run-program.ts';
import { snapshotVisits } from '../intake/snapshot-rows.ts';
import { temporaryFolder } from '../intake/temporary-folder.ts';
import { publishSnapshot } from './publish-snapshot.ts';

async function published(count: number) {
	const folder = await temporaryFolder();
	const ids: string[] = [];
	for (let pain = 1; pain <= count; pain += 1) ids.push(await publishSnapshot(folder, pain));
	return { folder, warehouse: warehouseFolder(join(folder, 'warehouse')), ids };
}

describe('undo', () => {
	test('publishes the snapshot again that was published before', async () => {
		const { warehouse, ids } = await published(2);
		const done = await undo(warehouse);
		expect({ done, current: await currentSnapshot(warehouse) }).toEqual({ done: { undone: ids[1], restored: ids[0] }, current: ids[0] });
	});

	test('leaves the snapshot that is undone in its folder, whole', async () => {
		const { warehouse, ids } = await published(2);
		const before = await readFile(snapshotFile(warehouse, ids[1] ?? ''));
		await undo(warehouse);
		expect((await readFile(snapshotFile(warehouse, ids[1] ?? ''))).equals(before)).toBe(true);
	});

	test('goes back one import at a time', async () => {
		const { warehouse, ids } = await published(3);
		await undo(warehouse);
		await undo(warehouse);
		expect(await currentSnapshot(warehouse)).toBe(ids[0]);
	});

	test('lets a later import continue from what was restored', async () => {
		const { folder } = await published(2);
		await undo(warehouseFolder(join(folder, 'warehouse')));
		await publishSnapshot(folder, 9);
		expect((await snapshotVisits(folder)).map(({ pain }) => pain).sort()).toEqual([1, 9]);
	});

	test('of a later import does not lead back to a snapshot that was undone', async () => {
		const { folder, warehouse, ids } = await published(2);
		await undo(warehouse);
		const later = await publishSnapshot(folder, 9);
		expect(await undo(warehouse)).toEqual({ undone: later, restored: ids[0] });
	});

	test('moves an open reader to what was restored', async () => {
		const { warehouse, ids } = await published(2);
		const reader = await openWarehouse(warehouse.root, '500MB');
		const seen = [await reader.read(async (_, stamp) => stamp.id)];
		await undo(warehouse);
		seen.push(await reader.read(async (_, stamp) => stamp.id));
		reader.close();
		expect(seen).toEqual([ids[1], ids[0]]);
	});

	test('says that there is nothing to undo after the first import', async () => {
		const { warehouse } = await published(1);
		expect({ could: await undoable(warehouse), said: await undo(warehouse).catch(String) }).toEqual({ could: undefined, said: expect.stringContaining('there is nothing to undo') });
	});

	test('changes nothing where another snapshot has been published than the one that was looked at', async () => {
		const { warehouse, ids } = await published(3);
		const said = await undo(warehouse, ids[1]).catch(String);
		expect({ said, current: await currentSnapshot(warehouse) }).toEqual({ said: expect.stringContaining('another snapshot has been published since'), current: ids[2] });
	});

	test('waits for nobody: it is refused while an import works', async () => {
		const { warehouse, ids } = await published(2);
		const said = await locked(warehouse, () => undo(warehouse).catch(String));
		expect({ said, current: await currentSnapshot(warehouse) }).toEqual({ said: expect.stringContaining('is working on this warehouse'), current: ids[1] });
	});

	test('leaves nothing in the building folder', async () => {
		const { warehouse } = await published(2);
		await undo(warehouse);
		expect(await access(warehouse.building).then(() => 'there', () => 'gone')).toBe('gone');
	});

	test('drops the marks of snapshots that are no longer kept', async () => {
		const { warehouse } = await published(2);
		const gone = join(warehouse.snapshots, `snap-${'0'.repeat(26)}.undone`);
		await writeFile(gone, '');
		await undo(warehouse);
		expect((await readdir(warehouse.snapshots)).filter((name) => name.endsWith('.undone'))).toEqual([`snap-${(await keptSnapshots(warehouse))[0] ?? ''}.undone`]);
	});
});

test('npm run undo does the same and says so', async () => {
	const { warehouse, ids } = await published(2);
	const { code, stdout } = await runProgram('undo', ['--warehouse', warehouse.root]);
	expect({ code, stdout: stdout.trim(), current: await currentSnapshot(warehouse) }).toEqual({ code: 0, stdout: `snapshot ${ids[1] ?? ''} is undone: snapshot ${ids[0] ?? ''} is published again`, current: ids[0] });
});
