import { unzipSync, zipSync } from 'fflate';
import writeXlsxFile, { type Cell as XlsxCell } from 'write-excel-file/node';
import type { Cell, Table } from '#lib/questions/question.ts';
import { inertText } from './inert-text.ts';

export const xlsxType = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet';

/** A workbook of two sheets: the numbers, typed and in full precision, and `about`, lines that say what they are. The same content gives the same bytes. */
export async function xlsx({ columns, rows }: Table, about: readonly (readonly [label: string, text: string])[]): Promise<Uint8Array<ArrayBuffer>> {
	const head = (texts: readonly string[]) => texts.map((text) => ({ value: inertText(text), type: String, fontWeight: 'bold' as const }));
	const written = await writeXlsxFile([
		{ sheet: 'Numbers', data: [head(columns), ...rows.map((row) => row.map(cellOf))], columns: columns.map((column) => ({ width: Math.max(10, column.length + 2) })), stickyRowsCount: 1 },
		{ sheet: 'About', data: [head(['About', 'Text']), ...about.map((line) => line.map(cellOf))], columns: [{ width: 24 }, { width: 120 }], stickyRowsCount: 1 },
	]).toBuffer();
	return new Uint8Array(zipSync(unzipSync(written), { mtime: earliest }));
}

/** The first day that a ZIP can name, by the clock that it is written with. */
const earliest = new Date(1980, 0, 1);

function cellOf(cell: Cell): XlsxCell {
	if (cell === null) return null;
	if (typeof cell === 'number' && Number.isFinite(cell)) return { value: cell, type: Number };
	const text = inertText(String(cell));
	return text === '' ? null : { value: text.slice(0, longest), type: String };
}

/** No spreadsheet takes more in a cell. */
const longest = 32_767;
