import type { ExaminedTable } from '../examined-table.ts';
import { matchHeaders, type Mapping } from '../mapping.ts';
import { identifyingColumns } from './identifying-columns.ts';
import type { PlacedColumn } from './settle-columns.ts';

/** The columns of an examined file that identify people, each with the place of the first record that shows it. */
export async function placedColumns(name: string, { headers, records, places }: ExaminedTable, mapping: Mapping): Promise<PlacedColumn[]> {
	const columns = identifyingColumns(headers, matchHeaders(headers, mapping).columns, records);
	if (columns.length === 0) return [];
	const found = await places(columns.map(({ first }) => first));
	return columns.map((column) => ({ ...column, place: found.get(column.first) ?? name }));
}
