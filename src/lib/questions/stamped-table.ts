import type { SnapshotStamp } from './answer.ts';
import type { Table } from './question.ts';

/** A table that leaves the dashboard: with the snapshot in each row, and whether it is synthetic. */
export function stampedTable({ columns, rows }: Table, { id, synthetic }: SnapshotStamp): Table {
	return { columns: [...columns, 'snapshot', 'synthetic'], rows: rows.map((row) => [...row, id, String(synthetic)]) };
}
