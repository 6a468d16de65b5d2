import { attach, onAttached, openReadingEngine, type Attached } from './attached.ts';
import { clearAfterCrash } from './clear-leftovers.ts';
import { run, type Database } from './database.ts';
import { currentSnapshot, publicationOf, warehouseFolder, type WarehouseFolder } from './folder.ts';
import { readerMark } from './reader-mark.ts';
import type { Stamp } from './stamp.ts';

/** A warehouse opened for reading. It follows the published snapshot by itself. */
export type Warehouse = Readonly<{
	folder: WarehouseFolder;
	/** Gives `work` a connection on which the published snapshot's tables are found by name; throws `NoSnapshot` where none is published. */
	read<T>(work: (db: Database, stamp: Stamp, beside: Beside) => Promise<T>): Promise<T>;
	/** The same for work that may not need a connection after all. */
	hold<T>(work: (stamp: Stamp, beside: Beside) => Promise<T>): Promise<T>;
	close(): void;
}>;

/** A `read` by way of `hold`. */
export function reader(hold: Warehouse['hold']): Warehouse['read'] {
	return (work) => hold((stamp, beside) => beside((db) => work(db, stamp, beside)));
}

/** Gives `work` another connection on the snapshot that is being read, with temporary tables of its own, or with those of work of the same `use` lately: then it is not new. */
export type Beside = <T>(work: (db: Database, isNew: boolean) => Promise<T>, use?: object) => Promise<T>;

/** Nothing has been imported yet. */
export class NoSnapshot extends Error {
	constructor(folder: WarehouseFolder) {
		super(`no snapshot in ${folder.root} yet: run npm run import -- FILE, or npm start for the sample`);
	}
}

/**
 * Opens a warehouse for reading; `trouble` is told what an operator should know and no reader need be.
 *
 * Snapshots are attached read-only under a fresh alias each; a new one takes the traffic first, and the old one is
 * detached when its last reader is done. A mark tells imports which snapshots are still read here.
 */
export async function openWarehouse(root: string, memoryLimit = '2GB', trouble: (message: string) => void = () => undefined): Promise<Warehouse> {
	const folder = warehouseFolder(root);
	const told = new Set<string>();
	await clearAfterCrash(folder).catch(tell);
	const mark = readerMark(folder);
	const reading = await openReadingEngine(folder, memoryLimit);
	const attached = new Map<string, Attached>();
	let current: Attached | undefined;
	let seen: string | undefined;
	let moving: Promise<void> = Promise.resolve();

	async function follow(): Promise<void> {
		const publication = publicationOf(folder);
		if (publication === seen && publication) return;
		const id = await currentSnapshot(folder);
		if (id === undefined) throw new NoSnapshot(folder);
		if (id !== current?.stamp.id) {
			await mark.hold([...attached.keys(), id]).catch(unmarked);
			const next = attached.get(id) ?? (await attach(reading, folder, id));
			const old = current;
			attached.set(id, next);
			current = next;
			if (old !== undefined) await release(old);
		}
		seen = publication;
	}

	async function hold<T>(work: (stamp: Stamp, beside: Beside) => Promise<T>): Promise<T> {
		moving = moving.then(follow, follow);
		await moving.catch(stay);
		const snapshot = current;
		if (snapshot === undefined) throw new NoSnapshot(folder);
		snapshot.readers += 1;
		try {
			return await work(snapshot.stamp, (own, use) => onAttached(reading, snapshot, own, use));
		} finally {
			snapshot.readers -= 1;
			if (snapshot !== current) await (moving = moving.then(() => release(snapshot), () => release(snapshot)));
		}
	}

	/** A newly published snapshot that cannot be opened leaves the traffic where it is, and is told of once. */
	function stay(error: unknown): void {
		if (current === undefined) throw error;
		tell(new Error(`still serving snapshot ${current.stamp.id}: ${error instanceof Error ? error.message : String(error)}`));
	}

	function tell(error: unknown): void {
		const said = error instanceof Error ? error.message : String(error);
		if (!told.has(said)) trouble(said);
		told.add(said);
	}

	/** Goes on without the mark: on most systems a file that is read stays readable when it is cleared away. */
	function unmarked(): void {
		tell(new Error(`imports cannot see which snapshots are read here: give this program the right to write to ${folder.root}`));
	}

	/** Detaches a snapshot that nobody reads any more and that nobody will be sent to. */
	async function release(snapshot: Attached): Promise<void> {
		if (snapshot === current || snapshot.readers > 0 || !attached.delete(snapshot.stamp.id)) return;
		reading.idle.close();
		await run(reading.control, `DETACH DATABASE IF EXISTS ${snapshot.alias}`);
		await mark.hold([...attached.keys()]).catch(unmarked);
	}

	function close(): void {
		reading.close();
		mark.drop();
	}

	return { folder, hold, read: reader(hold), close };
}
