import { defaultCodebook } from '#lib/codebook/default-codebook.ts';
import { noOther } from './no-other.ts';
import type { Asking } from '#lib/questions/question.ts';
import { parseFilters } from '#lib/questions/filters.ts';
import { openEngine, run } from '#lib/server/warehouse/database.ts';
import { warehouseFolder } from '#lib/server/warehouse/folder.ts';

export type Value = string | number | null;

/** What a question is asked with, about tables given as rows by column, in an engine of its own. `search` holds filters as a URL does. */
export async function askingOf(
	tables: Readonly<Record<string, Readonly<{ columns: string; rows: readonly (readonly Value[])[] }>>>,
	{ search = '', minimumCell = 11 }: Readonly<{ search?: string; minimumCell?: number }> = {},
): Promise<Asking> {
	const db = await (await openEngine()).connect();
	for (const [name, { columns, rows }] of Object.entries(tables)) {
		await run(db, `CREATE TABLE ${name} (${columns})`);
		const values = rows.map((row) => `(${row.map((value) => (typeof value === 'string' ? `'${value}'` : String(value))).join(', ')})`);
		if (values.length > 0) await run(db, `INSERT INTO ${name} VALUES ${values.join(', ')}`);
	}
	const filters = parseFilters(new URLSearchParams(search));
	const measure = defaultCodebook.measures.find(({ id, primary }) => (filters.measure === null ? primary : id === filters.measure));
	if (measure === undefined) throw new Error('the codebook has no such measure');
	const stamp = { id: 'small', publishedAt: '2026-01-01T00:00:00Z', synthetic: true, sessions: 0, episodes: 0, patients: 0, datePrecision: 'month' as const, fingerprint: '', codebook: defaultCodebook };
	return { db, filters, codebook: defaultCodebook, measure, minimumCell, stamp, folder: warehouseFolder('/nowhere'), tableOf: noOther };
}
