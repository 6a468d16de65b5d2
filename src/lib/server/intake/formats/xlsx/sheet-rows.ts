import type { Archive } from './archive.ts';
import { cellText, type CellContext } from './cell-text.ts';
import { columnNumber } from './cell-reference.ts';
import { xmlReader } from './read-xml.ts';

/** A cell that is not empty; `error` where it shows an error such as #N/A, `number` where it stores one that its text says in full. Columns count from 0. */
export type Cell = Readonly<{ column: number; text: string; error: boolean; number: boolean }>;

/** A row of a sheet by its number, with those of its cells that hold something. */
export type Row = Readonly<{ number: number; cells: readonly Cell[] }>;

/** What stands for the value of a formula that was never worked out. */
export const unsolved = 'a formula without its value';

/** The rows of a sheet, one after another, as the archive unpacks them. */
export async function* sheetRows(archive: Archive, part: string, context: CellContext): AsyncGenerator<Row> {
	let rows: Row[] = [];
	let row = { number: 0, cells: new Array<Cell>() };
	let column = -1;
	let cell = { type: 'n', style: 0, value: '', formula: false };
	let within = false;
	const read = xmlReader({
		open: (name, attributes) => {
			if (name === 'row') {
				row = { number: Number(attributes['r'] ?? row.number + 1), cells: [] };
				column = -1;
			} else if (name === 'c') {
				column = attributes['r'] === undefined ? column + 1 : columnNumber(attributes['r']);
				cell = { type: attributes['t'] ?? 'n', style: Number(attributes['s'] ?? 0), value: '', formula: false };
			}
			if (name === 'f') cell.formula = true;
			within = name === 'v' || name === 't';
		},
		text: (text) => {
			if (within) cell.value += text;
		},
		close: (name) => {
			within = false;
			if (name === 'row' && row.cells.length > 0) rows.push(row);
			if (name !== 'c') return;
			const text = cellText(cell, context);
			if (text === '' && cell.formula && cell.type === 'n') row.cells.push({ column, text: unsolved, error: true, number: false });
			if (text.trim() !== '') row.cells.push({ column, text, error: cell.type === 'e', number: cell.type === 'n' && String(Number(text)) === text });
		},
	});
	for await (const xml of archive.text(part)) {
		read(xml);
		yield* rows;
		rows = [];
	}
}
