import { csvFormatRows } from 'd3-dsv';
import type { Cell } from '#lib/questions/question.ts';
import { inertText } from './inert-text.ts';

/** CSV text with a header line. Texts that a spreadsheet would run as a formula get a leading apostrophe; numbers are full precision. */
export function csv(columns: readonly string[], rows: readonly (readonly Cell[])[]): string {
	return `${csvFormatRows([columns.map(cellText), ...rows.map((row) => row.map(cellText))])}\n`;
}

function cellText(cell: Cell): string {
	if (cell === null) return '';
	return typeof cell === 'string' ? inertText(cell) : String(cell);
}
