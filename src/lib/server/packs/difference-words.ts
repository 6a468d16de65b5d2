import type { Cell } from '#lib/questions/question.ts';
import type { Difference } from './differences.ts';

/** The columns that people ask for first. */
const first = ['verdict', 'estimate', 'mean', 'value', 'lower', 'upper', 'n', 'count'];

const mostRows = 8;
const mostCells = 5;

/** What was and what is now, a line a row. */
export function differenceWords(found: readonly Difference[]): string[] {
	const more = found.length - mostRows;
	return [...found.slice(0, mostRows).map(rowWords), ...(more > 0 ? [`and ${more} more`] : [])];
}

function rowWords({ row, cells, only }: Difference): string {
	const name = row === '' ? 'all' : row;
	if (only !== null) return `${name}: ${only === 'was' ? 'was told, and is no more' : 'was not told, and is now'}`;
	const ordered = cells.toSorted((a, b) => rank(a.column) - rank(b.column));
	const said = ordered.slice(0, mostCells).map(({ column, was, is }) => `${column.replaceAll('_', ' ')} was ${written(was, is)}, is ${written(is, was)}`);
	return `${name}: ${said.join('; ')}${cells.length > mostCells ? `; and ${cells.length - mostCells} more` : ''}`;
}

function rank(column: string): number {
	const place = first.indexOf(column);
	return place < 0 ? first.length : place;
}

/** As few digits as tell the two apart. */
function written(cell: Cell, other: Cell): string {
	if (cell === null) return 'withheld or not there';
	if (typeof cell === 'string') return cell;
	const digits = [4, 6, 9].find((count) => typeof other !== 'number' || Number(cell.toPrecision(count)) !== Number(other.toPrecision(count)));
	return String(Number(cell.toPrecision(digits ?? 12)));
}
