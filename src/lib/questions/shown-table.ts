import type { Table as Drawn } from '#lib/charts/drawing.ts';
import { count, decimal } from '#lib/charts/number.ts';
import type { Codebook } from '#lib/codebook/schema.ts';
import type { Cell, Table } from './question.ts';

/** A question's table in words: labels of the codebook for its ids, numbers to two decimals, what is withheld said so. */
export function shownTable({ columns, rows }: Table, caption: string, codebook: Codebook): Drawn {
	const labels = new Map(Object.values(codebook).flatMap((entries) => entries.map(({ id, label }) => [id, label] as const)));
	const suppressed = columns.indexOf('suppressed');
	const kept = columns.map((_, column) => column).filter((column) => column !== suppressed && rows.some((row) => row[column] !== null));
	return {
		caption,
		columns: kept.map((column) => (columns[column] ?? '').replaceAll('_', ' ')),
		rows: rows.map((row) => {
			const empty = row[suppressed] === 'true' ? 'withheld' : '–';
			return kept.map((column) => shown(row[column] ?? null, empty, labels));
		}),
	};
}

function shown(cell: Cell, empty: string, labels: ReadonlyMap<string, string>): string {
	if (cell === null) return empty;
	if (typeof cell === 'string') return labels.get(cell) ?? cell;
	return Number.isInteger(cell) ? count(cell) : decimal(cell, 2);
}
