import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { access, mkdir, readdir, utimes, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, onTestFinished, test } from 'vitest';
import { keptSnapshots, snapshotFile, warehouseFolder } from '#lib/server/warehouse/folder.ts';
import { openWarehouse } from '#lib/server/warehouse/open.ts';
import { heldSnapshots, readerMark } from '#lib/server/warehouse/reader-mark.ts';
import { temporaryFolder } from '../intake/temporary-folder.ts';
import { publishSnapshot } from './publish-snapshot.ts';

const id = '01J00000000000000000000000';
const gone = 2 ** 22 - 1;

/** A process that reads the published snapshot, and the id of that. */
async function reading(folder: string) {
	const child = spawn(process.execPath, ['--import', './scripts/loader/register.mjs', 'tests/warehouse/hold-snapshot.ts', join(folder, 'warehouse')], { stdio: ['pipe', 'pipe', 'inherit'] });
	onTestFinished(() => void child.kill('SIGKILL'));
	const [said] = await once(child.stdout, 'data');
	return { child, held: String(said).trim(), closed: once(child, 'close') };
}

async function publishSix(folder: string, from: number) {
	for (let pain = from; pain < from + 6; pain += 1) await publishSnapshot(folder, pain / 2);
}

const isThere = (path: string) => access(path).then(() => true, () => false);

describe('a snapshot that another process reads', () => {
	test('is not cleared away while it is read, and is afterwards', async () => {
		const folder = await temporaryFolder();
		const warehouse = warehouseFolder(join(folder, 'warehouse'));
		await publishSnapshot(folder, 0);
		const { child, held, closed } = await reading(folder);
		await publishSix(folder, 1);
		const during = { held: await isThere(snapshotFile(warehouse, held)), kept: (await keptSnapshots(warehouse)).length };
		child.stdin.write('end\n');
		await closed;
		await publishSnapshot(folder, 9);
		expect({ during, after: await isThere(snapshotFile(warehouse, held)), kept: (await keptSnapshots(warehouse)).length }).toEqual({ during: { held: true, kept: 6 }, after: false, kept: 5 });
	});

	test('is cleared away where that process was killed, and so is its mark', async () => {
		const folder = await temporaryFolder();
		const warehouse = warehouseFolder(join(folder, 'warehouse'));
		await publishSnapshot(folder, 0);
		const { child, held, closed } = await reading(folder);
		child.kill('SIGKILL');
		await closed;
		const left = await readdir(warehouse.readers);
		await publishSix(folder, 1);
		expect({ left: left.length, held: await isThere(snapshotFile(warehouse, held)), marks: await readdir(warehouse.readers) }).toEqual({ left: 1, held: false, marks: [] });
	});
});

describe('the mark of a reader', () => {
	test('moves with the snapshot that is served', async () => {
		const folder = await temporaryFolder();
		const first = await publishSnapshot(folder, 1);
		const warehouse = await openWarehouse(join(folder, 'warehouse'), '500MB');
		onTestFinished(() => warehouse.close());
		const marked = async () => [...(await heldSnapshots(warehouse.folder))];
		await warehouse.read(async () => undefined);
		const before = await marked();
		const second = await publishSnapshot(folder, 2);
		await warehouse.read(async () => undefined);
		expect({ before, after: await marked() }).toEqual({ before: [first], after: [second] });
	});

	test('goes when the reader closes, with its folder', async () => {
		const folder = await temporaryFolder();
		await publishSnapshot(folder, 1);
		const warehouse = await openWarehouse(join(folder, 'warehouse'), '500MB');
		await warehouse.read(async () => undefined);
		warehouse.close();
		expect((await readdir(warehouse.folder.root)).sort()).toEqual(['current.json', 'snapshots']);
	});

	test('of one reader stays when another closes', async () => {
		const folder = warehouseFolder(await temporaryFolder());
		const [one, other] = [readerMark(folder), readerMark(folder)];
		await one.hold([id]);
		await other.hold([id]);
		one.drop();
		expect([...(await heldSnapshots(folder))]).toEqual([id]);
		other.drop();
	});

	test.each([
		['of a process that is gone', `${gone} 1`, 0, []],
		['of an earlier process that had the same number', `${process.pid} 1`, 0, []],
		['of a process that runs', `${process.ppid} 1`, 0, [id]],
		['of another machine, touched just now', `${gone} 1 elsewhere`, 0, [id]],
		['of another machine, not touched for an hour', `${gone} 1 elsewhere`, 3_600_000, []],
		['of another machine whose clock is ahead by a minute', `${gone} 1 elsewhere`, -60_000, [id]],
	])('%s counts as it should', async (_, owner, ago, expected) => {
		const folder = warehouseFolder(await temporaryFolder());
		await mkdir(folder.readers);
		const path = join(folder.readers, 'mark');
		await writeFile(path, `${owner}\n${id}\n`);
		const touched = new Date(Date.now() - ago);
		await utimes(path, touched, touched);
		expect({ held: [...(await heldSnapshots(folder))], stays: await isThere(path) }).toEqual({ held: expected, stays: expected.length > 0 });
	});
});

test('a warehouse whose folder cannot hold marks is read all the same, and that is told', async () => {
	const folder = await temporaryFolder();
	await publishSnapshot(folder, 1);
	await writeFile(join(folder, 'warehouse', 'readers'), 'a file where the folder should be');
	const said: string[] = [];
	const warehouse = await openWarehouse(join(folder, 'warehouse'), '500MB', (message) => said.push(message));
	onTestFinished(() => warehouse.close());
	expect({ sessions: await warehouse.read(async (_, { sessions }) => sessions), said }).toEqual({ sessions: 1, said: [`imports cannot see which snapshots are read here: give this program the right to write to ${join(folder, 'warehouse')}`] });
});
