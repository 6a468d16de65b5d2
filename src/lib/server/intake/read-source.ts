import { z } from 'zod';
import { fields } from '#lib/record/fields.ts';
import { literal } from '#lib/record/sql.ts';
import { oneRow, rows, run, type Database } from '../warehouse/database.ts';
import { readHeader } from './dialect.ts';
import { matchHeaders, type Headers, type Mapping } from './mapping.ts';
import { firstLines, type Source } from './source.ts';
import brokenObjectLinesSql from './sql/broken-object-lines.sql?raw';
import brokenObjectsSql from './sql/broken-objects.sql?raw';
import brokenRecordsSql from './sql/broken-records.sql?raw';
import clearRejectErrorsSql from './sql/clear-reject-errors.sql?raw';
import clearRejectScansSql from './sql/clear-reject-scans.sql?raw';
import countRawSql from './sql/count-raw.sql?raw';
import lineNumbersSql from './sql/line-numbers.sql?raw';
import objectKeysSql from './sql/object-keys.sql?raw';
import jsonLinesSql from './sql/objects-json-lines.sql?raw';
import parquetSql from './sql/objects-parquet.sql?raw';
import physicalLinesSql from './sql/physical-lines.sql?raw';
import readDelimitedSql from './sql/read-delimited.sql?raw';

/** A file whose records lie in the stage. `number` tells its rows from those of other files; its rows begin at `firstRow`. */
export type StagedSource = Source & Readonly<{ number: number; firstRow: number; ignored: readonly string[]; delimiter: string; headerLines: number }>;

type Read = Pick<StagedSource, 'ignored' | 'delimiter' | 'headerLines'>;

/** Reads a file's records into `stage.raw` as texts under their canonical names; what is no record goes to `stage.broken`. */
export async function readSource(db: Database, source: Source, number: number, map: Mapping): Promise<StagedSource> {
	const { count: firstRow } = await oneRow(db, z.object({ count: z.number() }), countRawSql);
	const read = source.format === 'delimited' ? await readDelimited(db, source, number, map) : await readObjects(db, source, number, map);
	return { ...source, number, firstRow, ...read };
}

/** Fills `stage.line_number` for a file: on which line each of its records begins. Only worth its time where some were refused. */
export async function numberLines(db: Database, { path, format, number, firstRow, delimiter, headerLines }: StagedSource): Promise<void> {
	if (format !== 'delimited') return run(db, brokenObjectLinesSql, { source: number });
	const field = ` *("([^"]|"")*"([^"${delimiter}][^${delimiter}]*)?|([^ "${delimiter}][^${delimiter}]*)?)`;
	await run(db, physicalLinesSql, { path, delimiter, field });
	await run(db, lineNumbersSql, { source: number, firstRow, headerLines });
}

async function readDelimited(db: Database, source: Source, number: number, map: Mapping): Promise<Read> {
	const { delimiter, headers, headerLines } = readHeader(await firstLines(source, 2), map);
	const matched = matchHeaders(headers, map);
	requireColumns(source, headers, matched);
	const columns = Object.fromEntries(matched.columns.map((name, index) => [name ?? `unmapped_${index}`, 'VARCHAR']));
	await run(db, clearRejectErrorsSql);
	await run(db, clearRejectScansSql);
	await run(db, readDelimitedSql, { source: number, path: source.path, columns, delimiter, headerLines }).catch((error: unknown) => {
		throw unreadable(source, error);
	});
	await run(db, brokenRecordsSql, { source: number });
	return { ignored: matched.ignored, delimiter, headerLines };
}

async function readObjects(db: Database, source: Source, number: number, map: Mapping): Promise<Read> {
	await run(db, source.format === 'parquet' ? parquetSql : jsonLinesSql, { path: source.path }).catch((error: unknown) => {
		throw unreadable(source, error);
	});
	const keys = (await rows(db, z.object({ key: z.string() }), objectKeysSql)).map(({ key }) => key);
	const matched = matchHeaders(keys, map);
	requireColumns(source, keys, matched);
	await run(db, extractSql(keys, matched), { source: number });
	await run(db, brokenObjectsSql, { source: number });
	return { ignored: matched.ignored, delimiter: '', headerLines: 0 };
}

/** The columns are the canonical ones of the field table; keys of the file stand in quoted JSON paths. */
function extractSql(keys: readonly string[], { columns }: Headers): string {
	const path = (key: string) => literal(`$."${key.replaceAll('"', '\\"')}"`);
	const found = keys.flatMap((key, index) => (columns[index] === undefined ? [] : [`object ->> ${path(key)} AS ${columns[index]}`]));
	return `INSERT INTO stage.raw BY NAME SELECT ${['$source::INTEGER AS source', 'line', ...found].join(', ')} FROM stage.object WHERE object IS NOT NULL`;
}

function requireColumns({ name }: Source, headers: readonly string[], { columns, ignored }: Headers): void {
	for (const column of new Set(columns)) {
		const sources = headers.filter((_, index) => column !== undefined && columns[index] === column);
		if (sources.length > 1) throw new Error(`${name}:1: ${sources.length} columns are read as ${column} (${sources.join(', ')}): keep one, or choose with a mapping (--map)`);
	}
	const has = (column: string) => columns.some((found) => found === column);
	const seen = ignored.length === 0 ? '' : `; columns not known: ${ignored.join(', ')}`;
	const missing = fields.filter((field) => field.required === 'always' && !has(field.name)).map((field) => field.name);
	if (missing.length > 0) throw new Error(`${name}:1: no column for ${missing.join(' or ')}: rename a column, or name it in a mapping (--map)${seen}`);
	if (!has('session_number') && !has('session_date')) throw new Error(`${name}:1: no column for session_number or session_date: one of them must be there${seen}`);
	if (!has('pain_before') && !(has('measure') && has('score'))) throw new Error(`${name}:1: no column for a score: pain_before, or measure with score${seen}`);
}

/** The engine's own message may quote the file, so only its first words are passed on. */
function unreadable({ name }: Source, error: unknown): Error {
	const kind = error instanceof Error ? (error.message.split(/[:\n]/u)[0] ?? '') : '';
	return new Error(`${name}: cannot be read as a table (${kind}): check that it is what its name says, and save it again`);
}
