import { z } from 'zod';
import { blanks } from '#lib/record/rules.ts';
import { rows, run, type Database } from '../warehouse/database.ts';
import { sampleSize, withShapes, type ExaminedColumn, type ExaminedTable } from './examined-table.ts';
import type { Mapping } from './mapping.ts';
import { shapesOf } from './shapes.ts';
import type { Source } from './source.ts';
import jsonLinesSql from './sql/examine-json-lines.sql?raw';
import parquetSql from './sql/examine-parquet.sql?raw';
import placeSql from './sql/examined-place.sql?raw';
import sampleSql from './sql/sample-objects.sql?raw';
import spellingsSql from './sql/spellings-objects.sql?raw';

const sampled = z.object({ record: z.number(), keys: z.array(z.string()), texts: z.array(z.string().nullable()) });

/** Looks at a file of objects, a record each, without reading it in. */
export async function examineObjects(db: Database, { path, name, format }: Source, { skip = 0 }: Mapping): Promise<ExaminedTable> {
	const load = async (limit: number) => run(db, format === 'parquet' ? parquetSql : jsonLinesSql, { path, limit });
	await load(sampleSize);
	const sample = await rows(db, sampled, sampleSql, { limit: sampleSize });
	const twice = sample.find(({ keys }) => new Set(keys).size < keys.length);
	if (twice !== undefined) throw new Error(`${name}:${twice.record}: gives a value twice under one name, and they may differ: keep one of them`);
	const objects = sample.map(({ keys, texts }) => new Map(keys.map((key, place) => [key, texts[place] ?? null])));
	const headers = [...new Set(sample.flatMap(({ keys }) => keys))].filter((key) => !key.startsWith('@'));

	async function shapes(columns: readonly ExaminedColumn[], limit: number) {
		if (columns.length === 0) return [];
		if (limit > sampleSize) await load(limit);
		const asked = { keys: columns.map(({ header }) => header), kinds: columns.map(({ kind }) => kind), blanks };
		const found = await shapesOf(db, spellingsSql, asked);
		return withShapes(columns, found.map((row) => ({ ...row, place: columns[row.place]?.place ?? -1 })));
	}

	async function places(records: readonly number[]) {
		const found = new Map<number, string>();
		for (const each of records) {
			const [row] = await rows(db, z.object({ place: z.string().nullable() }), placeSql, { record: each });
			found.set(each, row?.place ?? `${name}:${each}`);
		}
		return found;
	}

	return { headers, skip, sure: true, records: objects.map((object) => headers.map((header) => object.get(header) ?? null)), shapes, places };
}
