import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { DuckDBInstance } from '@duckdb/node-api';
import { z } from 'zod';
import { defaultCodebook } from '#lib/codebook/default-codebook.ts';
import { codebookTerms, normalisedTerm, normaliseTerm } from '#lib/codebook/terms.ts';
import { fields, type Field } from '#lib/record/fields.ts';
import { valueSchema, type Resolve } from '#lib/record/schema.ts';
import { codeTable, rawSql, typedSql } from '#lib/record/sql.ts';
import { openEngine, rows, run, type Database } from '#lib/server/warehouse/database.ts';
import { awkwardTexts } from './values.ts';

const today = '2025-06-15';
const texts = awkwardTexts(2500);
const ids = new Map(codebookTerms(defaultCodebook).map(({ kind, term, id }) => [`${kind} ${term}`, id]));
const resolve: Resolve = (kind, value) => ids.get(`${kind} ${normaliseTerm(value)}`);

describe('a value', () => {
	let engine: DuckDBInstance;
	let db: Database;

	beforeAll(async () => {
		engine = await openEngine();
		db = await engine.connect();
		await run(db, 'CREATE TABLE texts AS SELECT unnest($texts) AS text, generate_subscripts($texts, 1)::INTEGER AS place', { texts });
		await run(db, `CREATE TABLE term AS SELECT unnest(from_json($terms, '[{"kind": "VARCHAR", "term": "VARCHAR", "id": "VARCHAR"}]'), recursive := true)`, {
			terms: JSON.stringify(codebookTerms(defaultCodebook)),
		});
	});

	afterAll(() => {
		db.closeSync();
		engine.closeSync();
	});

	test.each(fields.map((field) => [field.name, field] as const))('of %s is read alike by the schema and by SQL', async (_, field) => {
		expect(disagreements(field, await inSql(db, field))).toEqual([]);
	});

	test('of each kind of field is accepted now and then, so that the comparison means something', async () => {
		const accepted = fields.filter((field) => texts.some((text) => read(field, text) !== null && read(field, text) !== 'refused'));
		expect(accepted).toHaveLength(fields.length);
	});
});

function disagreements(field: Field, inSql: readonly unknown[]): unknown[] {
	return texts.flatMap((text, place) => (Object.is(read(field, text), inSql[place]) ? [] : [{ text, schema: read(field, text), sql: inSql[place] }]));
}

function read(field: Field, text: string): unknown {
	const parsed = valueSchema(field, resolve, today).safeParse(text);
	return parsed.success ? parsed.data : 'refused';
}

const sqlRow = z.object({ empty: z.boolean(), value: z.union([z.string(), z.number(), z.boolean()]).nullable() });

async function inSql(db: Database, field: Field): Promise<unknown[]> {
	const join = field.type === 'code' ? `LEFT JOIN term AS ${codeTable(field)} ON kind = '${field.kind}' AND term = ${normalisedTerm('trimmed')}` : '';
	const typed = typedSql(field, 'trimmed', today);
	const textual = field.type === 'date' || field.type === 'text' || field.type === 'code';
	const found = await rows(
		db,
		sqlRow,
		`WITH cut AS (SELECT place, ${rawSql(field)} AS trimmed FROM (SELECT place, text AS ${field.name} FROM texts) AS raw)
		SELECT trimmed IS NULL AS empty, ${textual ? `'=' || (${typed})::VARCHAR` : typed} AS value FROM cut ${join} ORDER BY place`,
	);
	return found.map(({ empty, value }) => (empty ? null : (unmarked(value) ?? 'refused')));
}

/** Texts come marked, since the driver takes a byte-order mark off a text that begins with it. */
function unmarked(value: z.infer<typeof sqlRow>['value']) {
	return typeof value === 'string' ? value.slice(1) : value;
}
