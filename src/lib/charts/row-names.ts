import type { Table } from './drawing.ts';

/** What tells the rows of a table apart: their first cells, as few as it takes. `columns` is how many. */
export function rowNames({ columns, rows }: Table): Readonly<{ names: readonly string[]; columns: number }> {
	const named = (count: number) => rows.map((row) => row.slice(0, count).filter((cell, index, cells) => cell !== cells[index - 1]).join(', '));
	const counts = columns.map((_, index) => index + 1);
	const enough = counts.find((count) => new Set(named(count)).size === rows.length) ?? 1;
	return { names: named(enough), columns: enough };
}
