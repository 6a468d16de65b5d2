import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { DuckDBInstance } from '@duckdb/node-api';
import { z } from 'zod';
import { defaultCodebook } from '#lib/codebook/default-codebook.ts';
import { codebookTerms, normaliseTerm } from '#lib/codebook/terms.ts';
import { fields, type Field } from '#lib/record/fields.ts';
import { valueSchema, type Resolve } from '#lib/record/schema.ts';
import { plainSql, trimmedSql, typedSql } from '#lib/record/sql.ts';
import { oneRow, openEngine, rows, run, type Database } from '#lib/server/warehouse/database.ts';
import { mayIdentifySql } from '#lib/server/intake/identifier-sql.ts';
import { learnWordsSql } from '#lib/server/intake/learn-words-sql.ts';
import { textColumn } from '#lib/server/intake/record-sql.ts';
import { createCodeTypesSql } from '#lib/server/intake/record-table-sql.ts';
import setTermsSql from '#lib/server/intake/sql/set-terms.sql?raw';
import { awkwardTexts } from './values.ts';

const today = '2025-06-15';
const texts = awkwardTexts(2500);
const terms = codebookTerms(defaultCodebook);
const ids = new Map(terms.map(({ kind, term, id }) => [`${kind} ${term}`, id]));
const resolve: Resolve = (kind, value) => ids.get(`${kind} ${normaliseTerm(value)}`);

describe('a value', () => {
	let engine: DuckDBInstance;
	let db: Database;

	beforeAll(async () => {
		engine = await openEngine();
		db = await engine.connect();
		await run(db, 'CREATE TABLE texts AS SELECT unnest($texts) AS text, generate_subscripts($texts, 1)::INTEGER AS place', { texts });
		await run(db, 'CREATE SCHEMA stage');
		await run(db, `CREATE TABLE stage.term AS SELECT unnest(from_json($terms, '[{"field": "VARCHAR", "normalised": "VARCHAR", "id": "VARCHAR"}]'), recursive := true)`, {
			terms: JSON.stringify(fields.flatMap((field) => terms.filter(({ kind }) => field.type === 'code' && kind === field.kind).map(({ term, id }) => ({ field: field.name, normalised: term, id })))),
		});
		for (const sql of [setTermsSql, ...createCodeTypesSql]) await run(db, sql);
	});

	afterAll(() => {
		db.closeSync();
		engine.closeSync();
	});

	test.each(fields.map((field) => [field.name, field] as const))('of %s is read alike by the schema and by SQL', async (_, field) => {
		expect(disagreements(field, await inSql(db, field))).toEqual([]);
	});

	test.each(fields.map((field) => [field.name, field] as const))('of %s that a cheap look settles is what a close look finds', { timeout: 60_000 }, async (_, field) => {
		const found = await settled(db, field);
		expect({ some: found.some(({ count }) => count > 0), wrong: found.flatMap(({ wrong }) => wrong) }).toEqual({ some: true, wrong: [] });
	});

	test('that the gate against identifiers lets through is kept as it stands', async () => {
		const through = await rows(db, z.object({ text: z.string() }), `SELECT text FROM texts WHERE strlen(text) BETWEEN 1 AND 120 AND NOT ${mayIdentifySql('text', 'id')}`);
		expect({ some: through.length > 10, odd: through.filter(({ text }) => !/^[!-~]+$/u.test(text)) }).toEqual({ some: true, odd: [] });
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
	const found = await rows(
		db,
		sqlRow,
		`WITH cut AS (SELECT place, ${trimmedSql('text')} AS trimmed FROM texts) SELECT trimmed IS NULL AS empty, ${shown(field, typedSql(field, 'trimmed', today))} AS value FROM cut ORDER BY place`,
	);
	return found.map(({ empty, value }) => (empty ? null : (unmarked(value) ?? 'refused')));
}

/** Texts that a cheap look settles, and those of them that a close look reads otherwise; by portion, since words are learned where a file has few. */
async function settled(db: Database, field: Field): Promise<{ count: number; wrong: string[] }[]> {
	const row = z.object({ count: z.number(), wrong: z.array(z.string()) });
	const found: z.infer<typeof row>[] = [];
	const learned = field.type === 'text' || field.type === 'code';
	const portion = learned ? 60 : texts.length;
	for (let first = 1; first <= texts.length; first += portion) {
		const records = `SELECT text AS ${textColumn(field.name)} FROM texts WHERE place BETWEEN ${first} AND ${first + portion - 1}`;
		if (learned) await learn(db, { records, present: [field.name] });
		const sql = `WITH read AS (
			SELECT ${textColumn(field.name)} AS text, (${plainSql(field, textColumn(field.name), today)})::VARCHAR AS cheap, (${typedSql(field, trimmedSql(textColumn(field.name)), today)})::VARCHAR AS close FROM (${records})
		) SELECT count(cheap)::INTEGER AS count, coalesce(list(text) FILTER (cheap <> coalesce(close, 'refused')), []) AS wrong FROM read`;
		found.push(await oneRow(db, row, sql));
	}
	return found;
}

async function learn(db: Database, reading: Parameters<typeof learnWordsSql>[0]): Promise<void> {
	const { create, set } = learnWordsSql(reading);
	for (const sql of [create, ...set]) await run(db, sql);
}

function shown({ type }: Field, value: string): string {
	return type === 'date' || type === 'text' || type === 'code' ? `'=' || (${value})::VARCHAR` : value;
}

/** Texts come marked, since the driver takes a byte-order mark off a text that begins with it. */
function unmarked(value: z.infer<typeof sqlRow>['value']) {
	return typeof value === 'string' ? value.slice(1) : value;
}
