import type { Archive } from './archive.ts';
import { columnNumber } from './cell-reference.ts';

/** Cells merged over several rows: the column, the first and the last row. */
export type MergedCells = Readonly<{ column: number; first: number; last: number }>;

const endLength = 100;
const most = 32 * 1024 * 1024;

/** The cells of a sheet that are merged downwards. They are listed behind its rows, so that the rows are skipped unread. */
export async function readMergedCells(archive: Archive, part: string): Promise<readonly MergedCells[]> {
	let tail = '';
	let behind = false;
	for await (const text of archive.text(part)) {
		tail += text;
		behind ||= /<\/(\w+:)?sheetData>/u.test(tail);
		if (!behind) tail = tail.slice(-endLength);
		if (tail.length > most) throw new Error('holds more merged cells than a sheet of visits should: save the sheet as CSV and import that');
	}
	return [...tail.matchAll(/<(?:\w+:)?mergeCell\s[^>]*ref="([A-Z]+)(\d+):[A-Z]+(\d+)"/gu)]
		.map(([, column = '', first, last]) => ({ column: columnNumber(column), first: Number(first), last: Number(last) }))
		.filter(({ first, last }) => last > first);
}
