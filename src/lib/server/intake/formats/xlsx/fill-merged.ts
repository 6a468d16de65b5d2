import type { MergedCells } from './merged-cells.ts';
import type { Cell, Row } from './sheet-rows.ts';

/** Rows in which each cell merged downwards holds its value on every row it covers; rows without a cell of their own stay away. */
export async function* fillMerged(rows: AsyncIterable<Row>, merged: readonly MergedCells[]): AsyncGenerator<Row> {
	const starting = new Map<number, MergedCells[]>();
	for (const cells of merged) starting.set(cells.first, [...(starting.get(cells.first) ?? []), cells]);
	let open: readonly Readonly<{ last: number; cell: Cell }>[] = [];
	for await (const row of rows) {
		open = open.filter(({ last }) => last >= row.number);
		const own = new Set(row.cells.map(({ column }) => column));
		const filled = open.map(({ cell }) => cell).filter(({ column }) => !own.has(column));
		for (const { column, last } of starting.get(row.number) ?? []) {
			const cell = row.cells.find((each) => each.column === column);
			if (cell !== undefined) open = [...open, { last, cell }];
		}
		yield filled.length === 0 ? row : { ...row, cells: [...row.cells, ...filled] };
	}
}
