import { LRUCache } from 'lru-cache';
import { publicMinimum } from '../disclosure/public-minimum.ts';
import type { WarehouseFolder } from '../warehouse/folder.ts';
import type { Beside } from '../warehouse/open.ts';
import type { Stamp } from '../warehouse/stamp.ts';
import { cellsOf, type Cells } from './cells.ts';
import type { Exposure } from './exposures.ts';
import { piecesOf, selectPiece, type Piece } from './pieces.ts';

/** A snapshot that is read, with connections on it. */
export type Reading = Readonly<{ stamp: Stamp; folder: WarehouseFolder; beside: Beside }>;

const kept = new WeakMap<Stamp, LRUCache<string, Promise<Cells>>>();

/** The cells of an exposure's question about one of the pieces into which `cohorts` cut the snapshot; worked out once for equal pieces. */
export async function pieceCells({ stamp, folder, beside }: Reading, { question, filters, view }: Exposure, cohorts: readonly string[], piece: Piece): Promise<Cells> {
	const cells = kept.get(stamp) ?? new LRUCache<string, Promise<Cells>>({ max: 2000 });
	kept.set(stamp, cells);
	const minimum = publicMinimum();
	const key = [view, minimum, piece.fingerprint, piece.episodes].join(' ');
	const found = cells.get(key) ?? beside(async (db) => {
		await piecesOf(db, cohorts);
		await selectPiece(db, piece);
		return cellsOf(question, filters, { db, stamp, folder, minimum });
	});
	cells.set(key, found);
	return found.catch((error: unknown) => {
		cells.delete(key);
		throw error;
	});
}
