import { DuckDBInstance, LIST, VARCHAR, listValue, structValue, type DuckDBConnection, type DuckDBDataChunk, type DuckDBType, type DuckDBValue } from '@duckdb/node-api';
import type { z } from 'zod';

export type Database = DuckDBConnection;

/** Values bound to the named parameters of a statement; a list binds as a list of texts, an object as a struct of texts. */
export type Parameters = Readonly<Record<string, string | number | boolean | null | readonly string[] | Readonly<Record<string, string>>>>;

/** Opens an engine in memory that can reach no extension and no network. */
export async function openEngine(options: Readonly<Record<string, string>> = {}): Promise<DuckDBInstance> {
	return DuckDBInstance.create(':memory:', {
		autoinstall_known_extensions: 'false',
		autoload_known_extensions: 'false',
		allow_community_extensions: 'false',
		...options,
	});
}

/** Runs one statement. */
export async function run(db: Database, sql: string, parameters: Parameters = {}): Promise<void> {
	await db.run(sql, ...bind(parameters));
}

/** Runs one statement and parses each of its rows. */
export async function rows<Row>(db: Database, row: z.ZodType<Row>, sql: string, parameters: Parameters = {}): Promise<Row[]> {
	const reader = await db.runAndReadAll(sql, ...bind(parameters));
	return row.array().parse(reader.getRowObjectsJS());
}

/** Runs one statement whose rows come some thousands at a time, while they are asked for. */
export async function chunks(db: Database, sql: string, parameters: Parameters = {}): Promise<AsyncIterable<DuckDBDataChunk>> {
	return db.stream(sql, ...bind(parameters));
}

/** Runs one statement that gives one row. */
export async function oneRow<Row>(db: Database, row: z.ZodType<Row>, sql: string, parameters: Parameters = {}): Promise<Row> {
	const [first] = await rows(db, row, sql, parameters);
	if (first === undefined) throw new Error('a statement that gives one row gave none');
	return first;
}

function bind(parameters: Parameters): [Record<string, DuckDBValue>, Record<string, DuckDBType>] {
	const lists = Object.entries(parameters).filter(([, value]) => Array.isArray(value));
	const values = Object.entries(parameters).map(([name, value]) => [name, bound(value)] as const);
	return [Object.fromEntries(values), Object.fromEntries(lists.map(([name]) => [name, LIST(VARCHAR)]))];
}

function bound(value: Parameters[string]): DuckDBValue {
	if (isList(value)) return listValue([...value]);
	return typeof value === 'object' && value !== null ? structValue(value) : value;
}

function isList(value: Parameters[string]): value is readonly string[] {
	return Array.isArray(value);
}
