import { z } from 'zod';
import { oneRow, run, type Database } from '../warehouse/database.ts';
import { countLines } from './count-lines.ts';
import type { StagedSource } from './read-source.ts';
import addPlacesSql from './sql/add-places.sql?raw';
import countRecordsOfFileSql from './sql/count-records-of-file.sql?raw';
import evenLineNumbersSql from './sql/even-line-numbers.sql?raw';
import lineNumbersSql from './sql/line-numbers.sql?raw';
import objectLinesSql from './sql/object-lines.sql?raw';
import physicalLinesSql from './sql/physical-lines.sql?raw';

const counts = z.object({ records: z.number(), broken: z.number() });

/** Fills `stage.line_number` for a file: on which line each record that is sought begins. Only worth its time where some are. */
export async function numberLines(db: Database, source: StagedSource): Promise<void> {
	const { path, format, converted = false, number, firstRow, delimiter, headerLines } = source;
	if (converted) await run(db, addPlacesSql, { source: number, path });
	if (format !== 'delimited') return run(db, objectLinesSql, { source: number });
	const { records, broken } = await oneRow(db, counts, countRecordsOfFileSql, { source: number });
	if ((await countLines(path)) === headerLines + records + broken) return run(db, evenLineNumbersSql, { source: number, firstRow, headerLines, records });
	await run(db, physicalLinesSql, { path, delimiter, field: fieldPattern(delimiter) });
	await run(db, lineNumbersSql, { source: number, firstRow, headerLines });
}

/** One field of a record as the reader takes it apart. */
function fieldPattern(delimiter: string): string {
	return ` *("([^"]|"")*"([^"${delimiter}][^${delimiter}]*)?|([^ "${delimiter}][^${delimiter}]*)?)`;
}
