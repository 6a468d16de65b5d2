import type { DuckDBInstance } from '@duckdb/node-api';
import { literal } from '#lib/record/sql.ts';
import { attachSnapshot } from './attach-snapshot.ts';
import { openEngine, run, type Database } from './database.ts';
import type { WarehouseFolder } from './folder.ts';
import { clearSpills, dropSpill, spillFolder } from './spill.ts';
import { readStamp, type Stamp } from './stamp.ts';

/** An engine that reads snapshots, the connection that attaches and detaches them, and what ends both. */
export type ReadingEngine = Readonly<{ engine: DuckDBInstance; control: Database; close(): void }>;

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
	const close = () => {
		engine.closeSync();
		dropSpill(spill);
	};
	return { engine, control, close };
}

/** Attaches a snapshot under a fresh alias. */
export async function attach({ engine, control }: ReadingEngine, folder: WarehouseFolder, id: string): Promise<Attached> {
	const alias = `snap_${id}`;
	await attachSnapshot(control, folder, id, alias);
	return { alias, stamp: await onAttached(engine, { alias }, readStamp), readers: 0 };
}

/** Gives `work` a connection on which the snapshot's tables are found by name. */
export async function onAttached<T>(engine: DuckDBInstance, { alias }: Pick<Attached, 'alias'>, work: (db: Database) => Promise<T>): Promise<T> {
	const db = await engine.connect();
	try {
		await run(db, `USE ${alias}`);
		return await work(db);
	} finally {
		db.closeSync();
	}
}
