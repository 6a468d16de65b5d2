/** The accessible name by which a mark says which row of its figure's table it shows, counted from 0; `draw` makes a `data-row` of it. */
export function rowMark(row: number): string {
	return `row ${row}`;
}

export function markedRow(name: string | null): string | undefined {
	return /^row (\d+)$/u.exec(name ?? '')?.[1];
}
