import { DuckDBDoubleVector, DuckDBIntegerVector, type DuckDBDataChunk } from '@duckdb/node-api';
import { chunks, type Database, type Parameters } from './database.ts';

/** A column of some rows: the number of each, 0 where there is none. */
export type NumberColumn = (row: number) => number;

/** Runs one statement that gives INTEGER and DOUBLE columns, and hands its rows to `take` some thousands at a time; others have their turn in between. */
export async function numberColumns(db: Database, sql: string, parameters: Parameters, take: (rows: number, column: (place: number) => NumberColumn) => void): Promise<void> {
	for await (const chunk of await chunks(db, sql, parameters)) take(chunk.rowCount, (place) => numberColumn(chunk, place));
}

function numberColumn(chunk: DuckDBDataChunk, place: number): NumberColumn {
	const vector = chunk.getColumnVector(place);
	if (!(vector instanceof DuckDBIntegerVector || vector instanceof DuckDBDoubleVector)) throw new Error(`column ${place + 1} must be INTEGER or DOUBLE: ${vector.type.toString()}`);
	return (row) => vector.getItem(row) ?? 0;
}
