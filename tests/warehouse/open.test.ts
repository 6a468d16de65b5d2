import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, onTestFinished, test } from 'vitest';
import { z } from 'zod';
import { literal } from '#lib/record/sql.ts';
import { rows, run, type Database } from '#lib/server/warehouse/database.ts';
import { NoSnapshot, openWarehouse, type Warehouse } from '#lib/server/warehouse/open.ts';
import { temporaryFolder } from '../intake/temporary-folder.ts';
import { publishSnapshot } from './publish-snapshot.ts';

/** A statement that takes the engine a second or more. */
const long = 'SELECT count(*)::INTEGER AS n FROM range(40000) AS a, range(40000) AS b WHERE (a.range * b.range) % 7 = 3';

async function opened(folder: string): Promise<Warehouse> {
	const warehouse = await openWarehouse(join(folder, 'warehouse'), '500MB');
	onTestFinished(() => warehouse.close());
	return warehouse;
}

const patients = async (db: Database) => (await rows(db, z.object({ patient: z.string() }), 'SELECT patient_id AS patient FROM patients ORDER BY patient')).map(({ patient }) => patient);
const attached = async (db: Database) => (await rows(db, z.object({ name: z.string() }), "SELECT database_name AS name FROM duckdb_databases() WHERE database_name LIKE 'snap%'")).map(({ name }) => name);

describe('an open warehouse', () => {
	test('says that nothing is published where nothing is', async () => {
		const warehouse = await opened(await temporaryFolder());
		await expect(warehouse.read(patients)).rejects.toThrow(NoSnapshot);
	});

	test('reads the first snapshot as soon as it is published', async () => {
		const folder = await temporaryFolder();
		const warehouse = await opened(folder);
		await warehouse.read(patients).catch(() => undefined);
		await publishSnapshot(folder, 1);
		expect(await warehouse.read(patients)).toEqual(['P1']);
	});

	test('follows a new snapshot by itself', async () => {
		const folder = await temporaryFolder();
		await publishSnapshot(folder, 1);
		const warehouse = await opened(folder);
		await warehouse.read(patients);
		await publishSnapshot(folder, 2);
		expect(await warehouse.read(patients)).toEqual(['P1', 'P2']);
	});

	test('stays on its snapshot where the next cannot be opened, and tells of it once', async () => {
		const folder = await temporaryFolder();
		await publishSnapshot(folder, 1);
		const said: string[] = [];
		const warehouse = await openWarehouse(join(folder, 'warehouse'), '500MB', (message) => said.push(message));
		onTestFinished(() => warehouse.close());
		await warehouse.read(patients);
		const damaged = '01J00000000000000000000000';
		await writeFile(join(folder, 'warehouse', 'snapshots', `snap-${damaged}.duckdb`), 'not a database');
		await writeFile(join(folder, 'warehouse', 'current.json'), JSON.stringify({ id: damaged }));
		const seen = [await warehouse.read(patients), await warehouse.read(patients)];
		expect({ seen, said: said.length }).toEqual({ seen: [['P1'], ['P1']], said: 1 });
	});

	test('gives a read that is under way the snapshot it began with, to its end', async () => {
		const folder = await temporaryFolder();
		await publishSnapshot(folder, 1);
		const warehouse = await opened(folder);
		let later: string[] = [];
		const before = await warehouse.read(async (db) => {
			const under = run(db, long);
			await publishSnapshot(folder, 2);
			later = await warehouse.read(patients);
			await under;
			return patients(db);
		});
		expect({ before, later }).toEqual({ before: ['P1'], later: ['P1', 'P2'] });
	});

	test('detaches the old snapshot when its last read has ended', async () => {
		const folder = await temporaryFolder();
		await publishSnapshot(folder, 1);
		const warehouse = await opened(folder);
		const during = await warehouse.read(async () => {
			await publishSnapshot(folder, 2);
			return warehouse.read(attached);
		});
		expect([during.length, (await warehouse.read(attached)).length]).toEqual([2, 1]);
	});

	test('reads on when the snapshot before is published again while it is still read', async () => {
		const folder = await temporaryFolder();
		const first = await publishSnapshot(folder, 1);
		const warehouse = await opened(folder);
		await warehouse.read(async () => {
			await publishSnapshot(folder, 2);
			await warehouse.read(patients);
			await writeFile(join(folder, 'warehouse', 'current.json'), JSON.stringify({ id: first }));
			await warehouse.read(patients);
		});
		expect(await warehouse.read(patients)).toEqual(['P1']);
	});

	test('moves many times without a failed read or a snapshot left attached', async () => {
		const folder = await temporaryFolder();
		const ids = [await publishSnapshot(folder, 1), await publishSnapshot(folder, 2), await publishSnapshot(folder, 3)];
		const warehouse = await opened(folder);
		const reads: Promise<string[]>[] = [];
		for (let swap = 0; swap < 51; swap += 1) {
			await writeFile(join(folder, 'warehouse', 'current.json'), `${JSON.stringify({ id: ids[swap % 3] })}${' '.repeat(swap)}`);
			reads.push(warehouse.read(patients), warehouse.read(patients));
			await reads.at(-1);
		}
		expect({ read: (await Promise.all(reads)).length, attached: await warehouse.read(attached) }).toEqual({ read: 102, attached: [`snap_${ids[2]}`] });
	});

	test('gives each read temporary tables of its own', async () => {
		const folder = await temporaryFolder();
		await publishSnapshot(folder, 1);
		const warehouse = await opened(folder);
		const make = (db: Database) => run(db, 'CREATE TEMP TABLE cohort AS SELECT 1 AS n');
		expect(await Promise.all([warehouse.read(make), warehouse.read(make), warehouse.read(make)])).toHaveLength(3);
	});

	test('finds the temporary tables of the same use again, and not those of another or of work that failed', async () => {
		const folder = await temporaryFolder();
		await publishSnapshot(folder, 1);
		const warehouse = await opened(folder);
		const [use, other] = [{}, {}];
		const isNew = async (each: object, work = (db: Database) => run(db, 'CREATE OR REPLACE TEMP TABLE cohort AS SELECT 1 AS n')) =>
			warehouse.hold((_, beside) => beside((db, fresh) => (fresh ? work(db) : run(db, 'FROM cohort')).then(() => fresh), each));
		expect([await isNew(use), await isNew(use), await isNew(other)]).toEqual([true, false, true]);
		await warehouse.hold((_, beside) => beside(() => Promise.reject(new Error('broken')), use)).catch(() => undefined);
		expect(await isNew(use)).toBe(true);
		await publishSnapshot(folder, 2);
		expect([await isNew(use), await warehouse.read(attached)]).toEqual([true, [expect.any(String)]]);
	});

	test('frees the snapshot of a read that fails', async () => {
		const folder = await temporaryFolder();
		await publishSnapshot(folder, 1);
		const warehouse = await opened(folder);
		await warehouse.read(() => Promise.reject(new Error('broken'))).catch(() => undefined);
		await publishSnapshot(folder, 2);
		expect(await warehouse.read(attached)).toHaveLength(1);
	});
});

describe('the engine that questions are asked on', () => {
	let folder: string;
	let warehouse: Warehouse;

	beforeAll(async () => {
		folder = await mkdtemp(join(tmpdir(), 'needlepoint-'));
		await publishSnapshot(folder, 1);
		warehouse = await openWarehouse(join(folder, 'warehouse'), '500MB');
	});

	afterAll(async () => {
		warehouse.close();
		await rm(folder, { recursive: true });
	});

	test.each([
		['read a file', `SELECT * FROM read_text('/etc/passwd')`],
		['read a CSV file', `SELECT * FROM read_csv('/etc/passwd')`],
		['read a file beside the snapshots', () => `SELECT * FROM read_text(${literal(join(folder, 'warehouse', 'current.json'))})`],
		['read a file by a path out of the snapshots', () => `SELECT * FROM read_text(${literal(`${folder}/warehouse/snapshots/../current.json`)})`],
		['list files', `SELECT * FROM glob('/etc/*')`],
		['write a file', () => `COPY (SELECT 1) TO ${literal(join(folder, 'stolen.csv'))}`],
		['export the database', () => `EXPORT DATABASE ${literal(join(folder, 'stolen'))}`],
		['attach another database', () => `ATTACH ${literal(join(folder, 'other.duckdb'))} AS other`],
		['install an extension', 'INSTALL httpfs'],
		['load an extension', 'LOAD httpfs'],
		['load an extension from a file', `LOAD '/tmp/evil.duckdb_extension'`],
		['read from the network', `SELECT * FROM read_csv('http://127.0.0.1:9/x.csv')`],
		['allow access again', 'SET enable_external_access = true'],
		['allow other folders', `SET allowed_directories = ['/']`],
		['unlock the configuration', 'SET lock_configuration = false'],
		['change its memory', `SET memory_limit = '64GB'`],
		['change a record', `UPDATE sessions SET pain_before = 0`],
		['drop a table', 'DROP TABLE sessions'],
		['make a table in the snapshot', 'CREATE TABLE more AS SELECT 1 AS n'],
		['read the environment', `SELECT getenv('HOME')`],
	])('does not %s', async (_, sql) => {
		await expect(warehouse.read((db) => run(db, typeof sql === 'string' ? sql : sql()))).rejects.toThrow();
	});

	test('still reads the snapshot after all that', async () => {
		expect(await warehouse.read(patients)).toEqual(['P1']);
	});
});
