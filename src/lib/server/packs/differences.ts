import type { Cell, Table } from '#lib/questions/question.ts';

/** A row whose numbers are not the same; `cells` is empty where one of the tables lacks the row. */
export type Difference = Readonly<{ row: string; cells: readonly Readonly<{ column: string; was: Cell; is: Cell }>[]; only: 'was' | 'is' | null }>;

/** The first column of a table that is measured; those before it say what the row is of. */
const measured = /^(n|mean|value|estimate|in_care|episodes|count|.+_n)$/u;

/** Numbers are packed to nine digits; so much of one can be an accident of the order in which a machine sums. */
const negligible = 1e-8;

/** Where two tables of the same kind differ, row by row. */
export function differences(was: Table, is: Table): Difference[] {
	const [before, after] = [keyed(was), keyed(is)];
	const gone = [...before].filter(([key]) => !after.has(key)).map(([, { row }]) => ({ row, cells: [], only: 'was' as const }));
	const changed = [...before].flatMap(([key, { row, cells }]) => {
		const other = after.get(key)?.cells;
		if (other === undefined) return [];
		const unlike = [...cells].filter(([column, cell]) => !same(cell, other.get(column) ?? null)).map(([column, cell]) => ({ column, was: cell, is: other.get(column) ?? null }));
		const added = [...other].filter(([column, cell]) => !cells.has(column) && cell !== null).map(([column, cell]) => ({ column, was: null, is: cell }));
		return unlike.length + added.length === 0 ? [] : [{ row, cells: [...unlike, ...added], only: null }];
	});
	const come = [...after].filter(([key]) => !before.has(key)).map(([, { row }]) => ({ row, cells: [], only: 'is' as const }));
	return [...changed, ...gone, ...come];
}

/** How many numbers a table holds. */
export function numbersIn({ rows }: Table): number {
	return rows.flat().filter((cell) => typeof cell === 'number').length;
}

type Keyed = Map<string, { row: string; cells: ReadonlyMap<string, Cell> }>;

function keyed({ columns, rows }: Table): Keyed {
	const found = columns.findIndex((column) => measured.test(column));
	const labels = found < 0 ? columns.length : found;
	const all: Keyed = new Map();
	const twins = new Map<string, number>();
	for (const cells of rows) {
		const row = columns.slice(0, labels).flatMap((column, index) => labelled(column, cells[index] ?? null)).join(', ');
		const twin = twins.get(row) ?? 0;
		twins.set(row, twin + 1);
		all.set(`${row}\u0000${twin}`, { row, cells: new Map(columns.slice(labels).map((column, index) => [column, cells[labels + index] ?? null])) });
	}
	return all;
}

function labelled(column: string, cell: Cell): string[] {
	if (cell === null || cell === '') return [];
	return [typeof cell === 'number' ? `${column.replaceAll('_', ' ')} ${cell}` : cell];
}

function same(was: Cell, is: Cell): boolean {
	if (typeof was !== 'number' || typeof is !== 'number') return was === is;
	return Math.abs(was - is) <= negligible * Math.max(1, Math.abs(was), Math.abs(is));
}
