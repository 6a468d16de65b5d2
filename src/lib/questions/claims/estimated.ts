import type { Cell, Table } from '../question.ts';
import type { Figure } from './claim.ts';
import type { Estimated } from './result.ts';

/** Looks a figure up in its question's table. Throws where the table has no such column, or no row or several are meant. */
export function estimated({ label, question, filters, row, estimate, interval, n, of, as, unit }: Figure, { columns, rows }: Table): Estimated {
	const place = (column: string) => {
		const found = columns.indexOf(column);
		if (found < 0) throw new Error(`${question} has no column ${column}: it has ${columns.join(', ')}`);
		return found;
	};
	const wanted = Object.entries(row).map(([column, value]) => ({ place: place(column), value: String(value) }));
	const [estimateAt, nAt, lowerAt, upperAt] = [place(estimate), place(n), interval === null ? -1 : place(interval[0]), interval === null ? -1 : place(interval[1])];
	const meant = rows.filter((cells) => wanted.every((each) => String(cells[each.place]) === each.value));
	if (meant.length > 1) throw new Error(`${question} has ${meant.length} rows of ${Object.values(row).join(', ')}: name one`);
	const number = (at: number) => numberOf(meant[0]?.[at] ?? null);
	return { label, question, search: searchOf(filters), estimate: number(estimateAt), lower: number(lowerAt), upper: number(upperAt), n: number(nAt), of, as, unit };
}

function numberOf(cell: Cell): number | null {
	return typeof cell === 'number' ? cell : null;
}

function searchOf(filters: Figure['filters']): string {
	return new URLSearchParams(Object.entries(filters).flatMap(([name, values]) => values.map((value) => [name, value]))).toString();
}
