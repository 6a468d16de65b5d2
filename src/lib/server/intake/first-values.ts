import { readFile, writeFile } from 'node:fs/promises';
import { z } from 'zod';
import { fields } from '#lib/record/fields.ts';
import { trimmedSql, typedSql } from '#lib/record/sql.ts';
import { rows, type Database } from '../warehouse/database.ts';
import { canonicalSql } from './canonical-sql.ts';
import { textKind } from './identifier-sql.ts';
import { matchHeaders, type Mapping } from './mapping.ts';
import { missingWords } from './missing-words.ts';
import type { SettledSource } from './settle-sources.ts';

/** A record as it is read: its values by canonical column, in words; those that are empty or refused are null. */
const firstValues = z.object({ place: z.string(), values: z.record(z.string(), z.string().nullable()) }).array();

export type FirstValues = z.infer<typeof firstValues>;

type Column = Readonly<{ field: (typeof fields)[number]; place: number }>;

/** Writes the first records of files as they are read, once the words of the codebook are loaded; texts that could name somebody are left out. */
export async function writeFirstValues(db: Database, settled: readonly SettledSource[], today: string, path: string): Promise<void> {
	const written: FirstValues = [];
	for (const { headers, first, mapping } of settled) {
		const { columns } = matchHeaders(headers, mapping);
		const shown = columns.flatMap((name, place) => {
			const field = fields.find((each) => each.name === name);
			return field === undefined || textKind(field.name) !== undefined ? [] : [{ field, place }];
		});
		if (shown.length === 0) continue;
		const records = first.map(({ cells }) => shown.map((column) => told(column, cells, mapping)));
		const read = await rows(db, z.object({ texts: z.array(z.string().nullable()) }), valuesSql(shown, mapping, today), { records: JSON.stringify(records) });
		written.push(...read.map(({ texts }, row) => ({ place: first[row]?.place ?? '', values: Object.fromEntries(shown.map(({ field }, place) => [field.name, texts[place] ?? null])) })));
	}
	await writeFile(path, JSON.stringify(written), { mode: 0o600 });
}

/** The first records that a trial of an import wrote; none where it wrote none. */
export async function readFirstValues(path: string): Promise<FirstValues> {
	return firstValues.parse(JSON.parse(await readFile(path, 'utf8').catch(() => '[]')));
}

function told({ field, place }: Column, cells: readonly (string | null)[], mapping: Mapping): string | null {
	const text = cells[place] ?? null;
	return text !== null && missingWords(mapping, field.name).includes(text.normalize('NFC').trim().toLowerCase()) ? null : text;
}

/** The columns are the field table's and nobody else's. */
function valuesSql(columns: readonly Column[], mapping: Mapping, today: string): string {
	const values = columns.map(({ field }, place) => {
		const value = `${typedSql(field, canonicalSql(field, trimmedSql(`cells[${place + 1}]`), mapping), today)}::VARCHAR`;
		return field.type === 'number' ? `regexp_replace(${value}, '[.]0$', '')` : value;
	});
	return `-- one row a record: its values as they are read, in the order of the columns
WITH record AS (
	SELECT
	unnest(from_json($records, '[["VARCHAR"]]')) AS cells,
	generate_subscripts(from_json($records, '[["VARCHAR"]]'), 1) AS place
)
SELECT
	list_value(${values.join(',\n\t')}) AS texts
FROM record
ORDER BY
	place`;
}
