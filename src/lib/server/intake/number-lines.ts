import { z } from 'zod';
import { oneRow, run, type Database } from '../warehouse/database.ts';
import { countLines } from './count-lines.ts';
import type { StagedSource } from './read-source.ts';
import addPlacesSql from './sql/add-places.sql?raw';
import brokenObjectLinesSql from './sql/broken-object-lines.sql?raw';
import countRecordsOfFileSql from './sql/count-records-of-file.sql?raw';
import evenLinesSql from './sql/even-lines.sql?raw';
import lineNumbersSql from './sql/line-numbers.sql?raw';
import physicalLinesSql from './sql/physical-lines.sql?raw';

/** Fills `stage.line_number` for a file: on which line each of its records begins. Only worth its time where some were refused. */
export async function numberLines(db: Database, source: StagedSource): Promise<void> {
	const { path, format, converted = false, number, firstRow, delimiter, headerLines } = source;
	if (converted) await run(db, addPlacesSql, { source: number, path });
	if (format !== 'delimited') return run(db, brokenObjectLinesSql, { source: number });
	const lines = await countLines(path);
	const { count } = await oneRow(db, z.object({ count: z.number() }), countRecordsOfFileSql, { source: number });
	if (lines === headerLines + count) await run(db, evenLinesSql, { lines });
	else await run(db, physicalLinesSql, { path, delimiter, field: fieldPattern(delimiter) });
	await run(db, lineNumbersSql, { source: number, firstRow, headerLines });
}

/** One field of a record as the reader takes it apart. */
function fieldPattern(delimiter: string): string {
	return ` *("([^"]|"")*"([^"${delimiter}][^${delimiter}]*)?|([^ "${delimiter}][^${delimiter}]*)?)`;
}
