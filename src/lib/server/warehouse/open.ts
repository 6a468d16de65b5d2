import { stat } from 'node:fs/promises';
import type { DuckDBInstance } from '@duckdb/node-api';
import { literal } from '#lib/record/sql.ts';
import { openEngine, run, type Database } from './database.ts';
import { currentSnapshot, snapshotFile, warehouseFolder, type WarehouseFolder } from './folder.ts';
import { readStamp, type Stamp } from './stamp.ts';

/** A warehouse opened for reading. It follows the published snapshot by itself. */
export type Warehouse = Readonly<{
	folder: WarehouseFolder;
	/** Gives `work` a connection on which the published snapshot's tables are found by name; throws `NoSnapshot` where none is published. */
	read<T>(work: (db: Database, stamp: Stamp, beside: Beside) => Promise<T>): Promise<T>;
	close(): void;
}>;

/** Gives `work` another connection on the snapshot that is being read, with temporary tables of its own. */
export type Beside = <T>(work: (db: Database) => Promise<T>) => Promise<T>;

/** Nothing has been imported yet. */
export class NoSnapshot extends Error {
	constructor(folder: WarehouseFolder) {
		super(`no snapshot in ${folder.root} yet: run npm run import -- FILE, or npm start for the sample`);
	}
}

type Attached = { readonly alias: string; readonly stamp: Stamp; readers: number };

/**
 * Opens a warehouse for reading; `trouble` is told what an operator should know and no reader need be.
 *
 * Snapshots are attached read-only under a fresh alias each; a new one takes the traffic first, and the old one is
 * detached when its last reader is done. The engine can open files of the snapshot folder and nothing else.
 */
export async function openWarehouse(root: string, memoryLimit = '2GB', trouble: (message: string) => void = () => undefined): Promise<Warehouse> {
	const folder = warehouseFolder(root);
	const engine = await openEngine({ memory_limit: memoryLimit, temp_directory: '' });
	const control = await engine.connect();
	await lockDown(control, folder);
	const attached = new Map<string, Attached>();
	let current: Attached | undefined;
	let seen = '';
	let told = '';
	let moving: Promise<void> = Promise.resolve();

	async function follow(): Promise<void> {
		const mark = await stat(folder.current).then(
			({ ino, mtimeMs }) => `${ino} ${mtimeMs}`,
			() => '',
		);
		if (mark === seen && mark !== '') return;
		const id = await currentSnapshot(folder);
		if (id === undefined) throw new NoSnapshot(folder);
		if (id !== current?.stamp.id) {
			const next = attached.get(id) ?? (await attach(engine, control, folder, id));
			const old = current;
			attached.set(id, next);
			current = next;
			if (old !== undefined) await release(old);
		}
		seen = mark;
	}

	async function read<T>(work: (db: Database, stamp: Stamp, beside: Beside) => Promise<T>): Promise<T> {
		moving = moving.then(follow, follow);
		await moving.catch(stay);
		const snapshot = current;
		if (snapshot === undefined) throw new NoSnapshot(folder);
		snapshot.readers += 1;
		const beside: Beside = (own) => on(engine, snapshot, own);
		try {
			return await beside((db) => work(db, snapshot.stamp, beside));
		} finally {
			snapshot.readers -= 1;
			if (snapshot !== current) await (moving = moving.then(() => release(snapshot), () => release(snapshot)));
		}
	}

	/** A newly published snapshot that cannot be opened leaves the traffic where it is, and is told of once. */
	function stay(error: unknown): void {
		if (current === undefined) throw error;
		const said = error instanceof Error ? error.message : String(error);
		if (said !== told) trouble(`still serving snapshot ${current.stamp.id}: ${said}`);
		told = said;
	}

	/** Detaches a snapshot that nobody reads any more and that nobody will be sent to. */
	async function release(snapshot: Attached): Promise<void> {
		if (snapshot === current || snapshot.readers > 0 || !attached.delete(snapshot.stamp.id)) return;
		await run(control, `DETACH DATABASE IF EXISTS ${snapshot.alias}`);
	}

	return { folder, read, close: () => engine.closeSync() };
}

async function lockDown(control: Database, folder: WarehouseFolder): Promise<void> {
	await run(control, `SET allowed_directories = [${literal(folder.snapshots)}]`);
	await run(control, 'SET enable_external_access = false');
	await run(control, 'SET lock_configuration = true');
}

async function attach(engine: DuckDBInstance, control: Database, folder: WarehouseFolder, id: string): Promise<Attached> {
	const alias = `snap_${id}`;
	await run(control, `ATTACH IF NOT EXISTS ${literal(snapshotFile(folder, id))} AS ${alias} (READ_ONLY)`);
	return { alias, stamp: await on(engine, { alias }, readStamp), readers: 0 };
}

/** Gives `work` a connection on which the snapshot's tables are found by name. */
async function on<T>(engine: DuckDBInstance, { alias }: Pick<Attached, 'alias'>, work: (db: Database) => Promise<T>): Promise<T> {
	const db = await engine.connect();
	try {
		await run(db, `USE ${alias}`);
		return await work(db);
	} finally {
		db.closeSync();
	}
}
