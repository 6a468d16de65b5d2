import { mkdir, readFile, readdir, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, onTestFinished, test } from 'vitest';
import { keptSnapshots, snapshotFile, summaryFile, warehouseFolder, type WarehouseFolder } from '#lib/server/warehouse/folder.ts';
import { openWarehouse } from '#lib/server/warehouse/open.ts';
import { listSnapshots } from '#lib/server/warehouse/summary.ts';
import { temporaryFolder } from '../intake/temporary-folder.ts';
import { publishSnapshot } from './publish-snapshot.ts';

/** A process number that no process has. */
const gone = 2 ** 22 - 1;
const never = '7ZZZZZZZZZ0000000000000000';

/** A warehouse with one snapshot. */
async function published(): Promise<{ top: string; folder: WarehouseFolder; id: string }> {
	const top = await temporaryFolder();
	const id = await publishSnapshot(top, 1);
	return { top, folder: warehouseFolder(join(top, 'warehouse')), id };
}

async function leave(folder: WarehouseFolder, files: Readonly<Record<string, string>>): Promise<void> {
	for (const [name, text] of Object.entries(files)) {
		await mkdir(join(folder.root, name, '..'), { recursive: true });
		await writeFile(join(folder.root, name), text);
	}
}

const left = {
	'what was being built': { 'building/next.duckdb': 'half', 'building/next.duckdb.wal': 'half' },
	'copies of files': { 'building/plain-0': 'patient_id' },
	'what was spilled': { 'building/spill/duckdb_temp_storage.tmp': 'rows' },
	'a lock': { 'import.lock': `${gone} 1` },
	'a lock that was being taken': { [`import.lock.${gone}`]: `${gone} 1` },
	'a lock that was being taken over': { [`import.lock.${gone}.stale`]: `${gone} 1` },
	'the mark of a reader': { 'readers/mark': `${gone} 1\n01J00000000000000000000000\n` },
	'half a quarantine file': { 'quarantine/tmp_01J.csv': 'file,li' },
} as const;

const there = async (folder: WarehouseFolder) => (await readdir(folder.root, { recursive: true, withFileTypes: true })).filter((each) => each.isFile()).map(({ name }) => name).sort();

describe('the next import', () => {
	test.each(Object.entries(left))('clears away %s', async (_, files) => {
		const { top, folder } = await published();
		const clean = await there(folder);
		await leave(folder, files);
		const before = await there(folder);
		await publishSnapshot(top, 1);
		expect({ left: before.length > clean.length, after: await there(folder) }).toEqual({ left: true, after: clean });
	});

	test('withdraws a snapshot that was moved to its place and never named', async () => {
		const { top, folder, id } = await published();
		await leave(folder, { 'building/publishing.json': JSON.stringify({ id: never }), [`snapshots/snap-${never}.duckdb`]: 'whole', [`snapshots/snap-${never}.json`]: '{}' });
		await publishSnapshot(top, 1);
		expect(await keptSnapshots(folder)).toEqual([id]);
	});

	test('keeps the snapshot that had just been named when the import before was killed', async () => {
		const { top, folder, id } = await published();
		await leave(folder, { 'building/publishing.json': JSON.stringify({ id }) });
		await publishSnapshot(top, 1);
		expect(await keptSnapshots(folder)).toEqual([id]);
	});

	test('clears away the oldest snapshot where the import that was to do so was killed, though it brings nothing new itself', async () => {
		const { top, folder, id } = await published();
		const older = ['1', '2', '3', '4', '5'].map((digit) => `01J0000000000000000000000${digit}`);
		for (const name of older) await leave(folder, { [`snapshots/snap-${name}.duckdb`]: 'whole', [`snapshots/snap-${name}.json`]: '{}' });
		await publishSnapshot(top, 1);
		expect(await there(folder)).toEqual(['current.json', ...[...older.slice(1), id].flatMap((name) => [`snap-${name}.duckdb`, `snap-${name}.json`])]);
	});

	test('clears away the rest of a snapshot that was half cleared away', async () => {
		const { top, folder, id } = await published();
		const older = ['1', '2', '3', '4', '5'].map((digit) => `01J0000000000000000000000${digit}`);
		for (const name of older) await leave(folder, { [`snapshots/snap-${name}.duckdb`]: 'whole', [`snapshots/snap-${name}.json`]: '{}' });
		await rm(summaryFile(folder, '01J00000000000000000000001'));
		await publishSnapshot(top, 1);
		expect(await keptSnapshots(folder)).toEqual([...older.slice(1), id].reverse());
	});

	test('keeps snapshots that nobody was publishing, newer than the published one too', async () => {
		const { top, folder, id } = await published();
		await publishSnapshot(top, 2);
		await writeFile(folder.current, JSON.stringify({ id }));
		await publishSnapshot(top, 1);
		expect(await keptSnapshots(folder)).toHaveLength(2);
	});

	test('clears nothing outside the snapshots where the note of what was published is nonsense', async () => {
		const { top, folder } = await published();
		await leave(folder, { 'building/publishing.json': JSON.stringify({ id: '../../files-1/kept' }) });
		await writeFile(join(top, 'kept.duckdb'), 'kept');
		await publishSnapshot(top, 1);
		expect(await readFile(join(top, 'kept.duckdb'), 'utf8')).toBe('kept');
	});
});

describe('a reader that starts', () => {
	async function start(top: string): Promise<void> {
		const warehouse = await openWarehouse(join(top, 'warehouse'), '500MB');
		onTestFinished(() => warehouse.close());
	}

	test('clears away what a killed import left', async () => {
		const { top, folder } = await published();
		const clean = await there(folder);
		await leave(folder, { ...left['a lock'], ...left['what was being built'], ...left['half a quarantine file'], ...left['the mark of a reader'] });
		await start(top);
		expect(await there(folder)).toEqual(clean);
	});

	test('leaves an import that is under way alone', async () => {
		const { top, folder } = await published();
		await leave(folder, { 'import.lock': `${process.ppid} 1`, ...left['what was being built'] });
		await start(top);
		expect((await readdir(folder.root)).sort()).toEqual(['building', 'current.json', 'import.lock', 'snapshots']);
	});
});

test('what is told of a snapshot is read from itself where the file beside it is missing or damaged', async () => {
	const { folder, id } = await published();
	const before = await listSnapshots(folder);
	await writeFile(summaryFile(folder, id), '{"id":');
	const damaged = await listSnapshots(folder);
	await rm(summaryFile(folder, id));
	expect({ damaged, missing: await listSnapshots(folder) }).toEqual({ damaged: before, missing: before });
	await rm(snapshotFile(folder, id));
	await expect(listSnapshots(folder)).rejects.toThrow(`${snapshotFile(folder, id)} is missing: put it back from a backup`);
});
