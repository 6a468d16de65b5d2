import { z } from 'zod';
import { fields, type FieldName } from '#lib/record/fields.ts';
import { literal } from '#lib/record/sql.ts';
import { oneRow, rows, run, type Database, type Parameters } from '../warehouse/database.ts';
import { readHeader } from './dialect.ts';
import { learnWordsSql } from './learn-words-sql.ts';
import { matchHeaders, type Headers, type Mapping } from './mapping.ts';
import { readRecordsSql, textColumn, type Reading } from './record-sql.ts';
import { firstLines, type Source } from './source.ts';
import { refuseSwallowedLines } from './refuse-swallowed-lines.ts';
import { unreadable } from './unreadable.ts';
import { visitsSideBySide } from './visits-side-by-side.ts';
import brokenObjectsSql from './sql/broken-objects.sql?raw';
import brokenRecordsSql from './sql/broken-records.sql?raw';
import clearRejectErrorsSql from './sql/clear-reject-errors.sql?raw';
import clearRejectScansSql from './sql/clear-reject-scans.sql?raw';
import countRecordsSql from './sql/count-records.sql?raw';
import objectKeysSql from './sql/object-keys.sql?raw';
import jsonLinesSql from './sql/objects-json-lines.sql?raw';
import parquetSql from './sql/objects-parquet.sql?raw';
import readDelimitedSql from './sql/read-delimited.sql?raw';
import readDelimitedPartlySql from './sql/read-delimited-partly.sql?raw';
import setMeasuresSql from './sql/set-measures.sql?raw';
import setTermsSql from './sql/set-terms.sql?raw';
import unclosedQuotesSql from './sql/unclosed-quotes.sql?raw';

/** A file whose records lie in the stage. `number` tells its rows from those of other files; its rows begin at `firstRow`. */
export type StagedSource = Source & Readonly<{ number: number; firstRow: number; ignored: readonly string[]; delimiter: string; headerLines: number }>;

type How = Pick<Reading, 'map' | 'pseudonymize' | 'today'>;

type Read = Pick<StagedSource, 'ignored' | 'delimiter' | 'headerLines' | 'notes'>;

/** Reads a file's records into `stage.record`, typed and checked one by one; what is no record goes to `stage.broken`. */
export async function readSource(db: Database, source: Source, number: number, how: How): Promise<StagedSource> {
	const { count: firstRow } = await oneRow(db, z.object({ count: z.number() }), countRecordsSql);
	await run(db, setTermsSql);
	await run(db, setMeasuresSql);
	const read = source.format === 'delimited' ? await readDelimited(db, source, number, how) : await readObjects(db, source, number, how);
	return { ...source, number, firstRow, ...read };
}

async function readDelimited(db: Database, source: Source, number: number, how: How): Promise<Read> {
	const { map } = how;
	const { delimiter, headers, headerLines } = readHeader(await firstLines(source, 2 + (map.skip ?? 0)), map);
	const matched = matchHeaders(headers, map);
	requireColumns(source, headers, matched, map);
	const columns = Object.fromEntries(matched.columns.map((name, index) => [name === undefined ? `unmapped_${index}` : textColumn(name), 'VARCHAR']));
	const reading = { records: matched.ignored.length === 0 ? readDelimitedSql : readDelimitedPartlySql, present: known(matched), ...how };
	const file = { path: source.path, columns, delimiter, headerLines };
	try {
		await learnWords(db, reading, file);
		await run(db, clearRejectErrorsSql);
		await run(db, clearRejectScansSql);
		await run(db, readRecordsSql(reading), { source: number, ...file });
	} catch (error) {
		throw unreadable(source, error);
	}
	await run(db, brokenRecordsSql, { source: number });
	const { found } = await oneRow(db, z.object({ found: z.boolean() }), unclosedQuotesSql);
	if (found) await refuseSwallowedLines(db, number, source.path, delimiter);
	return { ignored: matched.ignored, delimiter, headerLines, notes: source.notes };
}

async function readObjects(db: Database, source: Source, number: number, how: How): Promise<Read> {
	const { map } = how;
	await run(db, source.format === 'parquet' ? parquetSql : jsonLinesSql, source.format === 'parquet' ? { path: source.path } : { path: source.path, converted: source.converted ?? false }).catch((error: unknown) => {
		throw unreadable(source, error);
	});
	const keys = (await rows(db, z.object({ key: z.string() }), objectKeysSql)).map(({ key }) => key);
	if (keys.length === 0) throw new Error(`${source.name}: holds no record${source.format === 'parquet' ? '' : ': a record is an object such as {"patient_id": "P1"}, one a line in .ndjson, in a list in .json'}`);
	const matched = matchHeaders(keys, map);
	requireColumns(source, keys, matched, map);
	const reading = { records: extractSql(keys, matched), present: known(matched), ...how };
	await learnWords(db, reading);
	await run(db, readRecordsSql(reading), { source: number });
	await run(db, brokenObjectsSql, { source: number });
	return { ignored: matched.ignored, delimiter: '', headerLines: 0, notes: source.notes };
}

/** The columns are the canonical ones of the field table; keys of the file stand in quoted JSON paths. */
function extractSql(keys: readonly string[], { columns }: Headers): string {
	const path = (key: string) => literal(`$."${key.replaceAll('"', '\\"')}"`);
	const found = keys.flatMap((key, index) => (columns[index] === undefined ? [] : [`object ->> ${path(key)} AS ${textColumn(columns[index])}`]));
	return `SELECT ${['line', ...found].join(', ')} FROM stage.object WHERE object IS NOT NULL`;
}

function known({ columns }: Headers): FieldName[] {
	return columns.filter((name) => name !== undefined);
}

function requireColumns({ name }: Source, headers: readonly string[], { columns, ignored }: Headers, { constants = {} }: Mapping): void {
	for (const column of new Set(columns)) {
		const sources = headers.filter((_, index) => column !== undefined && columns[index] === column);
		if (sources.length > 1) throw new Error(`${name}:1: ${sources.length} columns are read as ${column} (${sources.join(', ')}): keep one, or choose with a mapping (--map)`);
	}
	const has = (column: string) => column in constants || columns.some((found) => found === column);
	const side = visitsSideBySide(ignored);
	const seen = ignored.length === 0 ? '' : `; columns not known: ${ignored.join(', ')}${side === undefined ? '' : `; ${side}`}`;
	const missing = fields.filter((field) => field.required === 'always' && !has(field.name)).map((field) => field.name);
	if (missing.length > 0) throw new Error(`${name}:1: no column for ${missing.join(' or ')}: rename a column, or name it in a mapping (--map)${seen}`);
	if (!has('session_number') && !has('session_date')) throw new Error(`${name}:1: no column for session_number or session_date: one of them must be there${seen}`);
	if (!has('pain_before') && !(has('measure') && has('score'))) throw new Error(`${name}:1: no column for a score: pain_before, or measure with score${seen}`);
}

async function learnWords(db: Database, reading: Reading, file: Parameters = {}): Promise<void> {
	const { create, set } = learnWordsSql(reading);
	await run(db, create, file);
	for (const sql of set) await run(db, sql);
}
