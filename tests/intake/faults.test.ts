import { execFile } from 'node:child_process';
import { chmod, cp, mkdir, readFile, readdir, rm, truncate, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, onTestFinished, test } from 'vitest';
import { currentSnapshot, keptSnapshots, snapshotFile, warehouseFolder, type WarehouseFolder } from '#lib/server/warehouse/folder.ts';
import { nextSnapshotId } from '#lib/server/warehouse/next-snapshot-id.ts';
import { publishSnapshot } from '../warehouse/publish-snapshot.ts';
import { importInto } from './import-into.ts';
import { runProgram, type Ran } from './run-program.ts';
import { snapshotRows } from './snapshot-rows.ts';
import { temporaryFolder } from './temporary-folder.ts';
import { writeFiles } from './write-files.ts';

const header = 'patient_id,condition,session_number,pain_before';
const many = Array.from({ length: 20_000 }, (_, i) => `L${i},knee pain,1,${i % 11}`);

/** A warehouse with two snapshots, and a file with a good record and a bad one. */
async function published(records: readonly string[] = ['P8,knee pain,1,8', 'P9,knee pain,1,99']) {
	const top = await temporaryFolder();
	const before = await publishSnapshot(top, 1);
	const id = await publishSnapshot(top, 2);
	const folder = warehouseFolder(join(top, 'warehouse'));
	const [file = ''] = await writeFiles(join(top, 'next'), { 'next.csv': [header, ...records] });
	return { top, folder, before, id, import: () => runProgram('import', [file, '--warehouse', folder.root]), outcome: async () => (await importInto(top, { 'next.csv': [header, ...records] })).outcome };
}

/** The last line that a program wrote about what went wrong. */
const said = ({ stderr }: Ran) => stderr.trim().split('\n').at(-1);

const stillThere = async (top: string) => (await snapshotRows(top, 'SELECT count(*)::INTEGER AS sessions FROM sessions'))[0];

describe('a full disk', () => {
	test.each([
		['the snapshot', 8],
		['a large snapshot', 400],
	])('stops the import of %s in one line, clears up, and the published snapshot stays', async (_, blocks) => {
		const { top, folder, id } = await published();
		const [file = ''] = await writeFiles(join(top, 'large'), { 'large.csv': [header, ...many] });
		const ran = await withFilesUpTo(blocks, ['--import', './scripts/loader/register.mjs', 'scripts/import.ts', file, '--warehouse', folder.root]);
		expect({ code: ran.code, said: said(ran) }).toEqual({ code: 1, said: expect.stringMatching(/^the disk is full: .*next\.duckdb.* could not be written: free some room there, then run this again \(snapshot \w+ is still published\)$/u) });
		expect({ current: await currentSnapshot(folder), left: (await readdir(folder.root)).sort(), held: await stillThere(top) }).toEqual({ current: id, left: ['current.json', 'snapshots'], held: { sessions: 2 } });
	});
});

describe('a warehouse that cannot be written to', () => {
	test.each([
		['that is a file', async ({ root }: WarehouseFolder) => rm(root, { recursive: true }).then(() => writeFile(root, 'a file')), 'must be a folder, and is a file: move it away, then run this again'],
		['whose snapshots are a file', async ({ root, snapshots }: WarehouseFolder) => rm(root, { recursive: true }).then(() => mkdir(root)).then(() => writeFile(snapshots, 'a file')), 'must be a folder, and is a file: move it away, then run this again'],
		['whose quarantine is a file', async ({ quarantine }: WarehouseFolder) => writeFile(quarantine, 'a file'), 'must be a folder, and is a file: move it away, then run this again (snapshot'],
	])('%s refuses the import in one line', async (_, spoil, words) => {
		const { folder, ...warehouse } = await published();
		await spoil(folder);
		const ran = await warehouse.import();
		expect({ code: ran.code, said: said(ran) }).toEqual({ code: 1, said: expect.stringContaining(words) });
	});

	test('for want of the right refuses the import in one line, and is read all the same', async () => {
		const { top, folder, id } = await published();
		const [file = ''] = await writeFiles(join(top, 'other'), { 'other.csv': [header, 'P7,knee pain,1,7'] });
		await chmod(folder.root, 0o555);
		onTestFinished(() => chmod(folder.root, 0o755));
		const ran = await withoutPrivilege(['--import', './scripts/loader/register.mjs', 'scripts/import.ts', file, '--warehouse', folder.root]);
		expect({ code: ran.code, said: said(ran) }).toEqual({ code: 1, said: expect.stringMatching(new RegExp(`^no right to read and write .*: give this program that right, or name another folder .* \\(snapshot ${id} is still published\\)$`, 'u')) });
		expect((await withoutPrivilege(['--import', './scripts/loader/register.mjs', 'scripts/ask.ts', 'overview', '--warehouse', folder.root])).code).toBe(0);
	});
});

describe('a damaged warehouse', () => {
	test.each(['', '{"id":"../../secret"}'])('whose pointer holds %j says what to write into it, and goes on when that is done', async (text) => {
		const { folder, id, ...warehouse } = await published();
		await writeFile(folder.current, text);
		const ran = await warehouse.import();
		expect({ code: ran.code, said: said(ran) }).toEqual({ code: 1, said: `${folder.current} is damaged and names no snapshot: write {"id":"${id}"} into it to serve the newest snapshot kept` });
		await writeFile(folder.current, `{"id":"${id}"}`);
		expect(await warehouse.outcome()).toBe('published');
	});

	test.each([
		['cut short', async (path: string) => truncate(path, 20_000), /^\S+ is damaged \(20000 bytes of \d+\): put it back from a backup, or write \{"id":"\w+"\} into \S+ to go back to the snapshot before, and import again what it lacks$/u],
		['missing', async (path: string) => rm(path), /^\S+ is missing: put it back from a backup, or write/u],
		['another file', async (path: string) => readFile(path).then(({ length }) => writeFile(path, Buffer.alloc(length, 'x'))), /^\S+ is damaged: put it back from a backup, or write/u],
	])('whose published snapshot is %s says so in one line, and goes back to the one before when told to', async (_, spoil, words) => {
		const { folder, id, before, ...warehouse } = await published();
		await spoil(snapshotFile(folder, id));
		const ran = await warehouse.import();
		expect({ code: ran.code, said: said(ran) }).toEqual({ code: 1, said: expect.stringMatching(words) });
		await writeFile(folder.current, `{"id":"${before}"}`);
		expect(await warehouse.outcome()).toBe('published');
	});

	test('of another place is read where its files were copied to', async () => {
		const { top, folder } = await published();
		await cp(folder.root, join(top, 'copy', 'warehouse'), { recursive: true });
		expect(await stillThere(join(top, 'copy'))).toEqual({ sessions: 2 });
	});
});

describe('a clock that is set back', () => {
	test('leaves the order of the snapshots as they were published', async () => {
		const { folder, id } = await published();
		expect((await nextSnapshotId(folder, Date.parse('2001-01-01'))) > id).toBe(true);
	});

	test('keeps the newest five, the published one among them', async () => {
		const { top, folder } = await published();
		const ahead = '7Z000000000000000000000000';
		await cp(snapshotFile(folder, (await currentSnapshot(folder)) ?? ''), snapshotFile(folder, ahead));
		for (let pain = 3; pain < 8; pain += 1) await publishSnapshot(top, pain);
		const kept = await keptSnapshots(folder);
		expect({ kept: kept.length, newest: kept[0] === (await currentSnapshot(folder)) }).toEqual({ kept: 5, newest: true });
	});
});

/** Runs Node where no file may grow beyond so many blocks of 1024 bytes, which the system refuses as it does on a full disk. */
async function withFilesUpTo(blocks: number, parameters: readonly string[]): Promise<Ran> {
	return ended('bash', ['-c', `ulimit -f ${blocks}; exec "$@"`, 'bash', process.execPath, ...parameters]);
}

/** Runs Node without the superuser's right to pass over file modes. */
async function withoutPrivilege(parameters: readonly string[]): Promise<Ran> {
	if (process.getuid?.() !== 0) return ended(process.execPath, parameters);
	return ended('setpriv', ['--bounding-set=-dac_override,-dac_read_search,-fowner', process.execPath, ...parameters]);
}

async function ended(command: string, parameters: readonly string[]): Promise<Ran> {
	return new Promise((resolve) => {
		const child = execFile(command, parameters, (_, stdout, stderr) => resolve({ code: child.exitCode, stdout, stderr }));
	});
}
