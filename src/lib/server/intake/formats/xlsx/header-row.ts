import { matchHeaders, type Mapping } from '../../mapping.ts';
import type { Row } from './sheet-rows.ts';

/**
 * Which of a sheet's first rows names the columns: the one with most columns that the import knows, if it knows three or more, and
 * else the first row below the lines that the mapping skips. Above it may stand a title.
 */
export function headerRow(rows: readonly Row[], mapping: Mapping): Row | undefined {
	const known = ({ cells }: Row) => matchHeaders([...new Set(cells.map(({ text }) => text))], mapping).columns.filter((name) => name !== undefined).length;
	const below = rows.filter(({ number }) => number > (mapping.skip ?? 0));
	const [best] = below.map((row) => ({ row, known: known(row) })).sort((a, b) => b.known - a.known || a.row.number - b.row.number);
	return best !== undefined && best.known >= 3 ? best.row : below[0];
}
