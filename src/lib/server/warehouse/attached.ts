import type { DuckDBInstance } from '@duckdb/node-api';
import { literal } from '#lib/record/sql.ts';
import { attachSnapshot } from './attach-snapshot.ts';
import { openEngine, run, type Database } from './database.ts';
import type { WarehouseFolder } from './folder.ts';
import { idleConnections, type IdleConnections } from './idle-connections.ts';
import { clearSpills, dropSpill, spillFolder } from './spill.ts';
import { readStamp, type Stamp } from './stamp.ts';

/** An engine that reads snapshots, the connection that attaches and detaches them, those that wait to be used again, and what ends them all. */
export type ReadingEngine = Readonly<{ engine: DuckDBInstance; control: Database; idle: IdleConnections; close(): void }>;

export type Attached = { readonly alias: string; readonly stamp: Stamp; readers: number };

/** An engine that can open files of the snapshot folder and nothing else; what a question needs beyond the memory it puts into a folder that goes with it. */
export async function openReadingEngine(folder: WarehouseFolder, memoryLimit: string): Promise<ReadingEngine> {
	await clearSpills(folder);
	const spill = spillFolder(folder);
	const engine = await openEngine({ memory_limit: memoryLimit, temp_directory: spill });
	const control = await engine.connect();
	await run(control, `SET allowed_directories = [${literal(folder.snapshots)}]`);
	await run(control, 'SET enable_external_access = false');
	await run(control, 'SET lock_configuration = true');
	const idle = idleConnections();
	const close = () => {
		idle.close();
		engine.closeSync();
		dropSpill(spill);
	};
	return { engine, control, idle, close };
}

/** Attaches a snapshot under a fresh alias. */
export async function attach(reading: ReadingEngine, folder: WarehouseFolder, id: string): Promise<Attached> {
	const alias = `snap_${id}`;
	await attachSnapshot(reading.control, folder, id, alias);
	return { alias, stamp: await onAttached(reading, { alias }, readStamp), readers: 0 };
}

/**
 * Gives `work` a connection on which the snapshot's tables are found by name. One that was left by work of the same `use` on the same snapshot
 * lately still has the temporary tables of that, and is not new.
 */
export async function onAttached<T>({ engine, idle }: ReadingEngine, { alias }: Pick<Attached, 'alias'>, work: (db: Database, isNew: boolean) => Promise<T>, use?: object): Promise<T> {
	const left = use === undefined ? undefined : idle.take(use);
	const db = left ?? (await engine.connect());
	try {
		if (left === undefined) await run(db, `USE ${alias}`);
		const done = await work(db, left === undefined);
		if (use === undefined) db.closeSync();
		else idle.leave(use, db);
		return done;
	} catch (error) {
		db.closeSync();
		throw error;
	}
}
