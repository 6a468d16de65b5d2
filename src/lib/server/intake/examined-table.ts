import type { ColumnShapes } from './column-shapes.ts';
import type { ShapeRow } from './shapes.ts';

/** A column whose values are looked at, at its place among the headers. */
export type ExaminedColumn = Readonly<Omit<ColumnShapes, 'shapes'> & { place: number }>;

/** A file as it is looked at before it is read: its headers and first records, and on demand the shapes of its values. */
export type ExaminedTable = Readonly<{
	headers: readonly string[];
	/** lines above the header, and whether it is sure that the header begins below them */
	skip: number;
	sure: boolean;
	records: readonly (readonly (string | null)[])[];
	/** the shapes of columns in so many records from the first on */
	shapes: (columns: readonly ExaminedColumn[], limit: number) => Promise<ColumnShapes[]>;
	/** where records stand, as FILE:PLACE, by the numbers that shapes give them */
	places: (records: readonly number[]) => Promise<ReadonlyMap<number, string>>;
}>;

export const sampleSize = 1000;

/** Gives each column its shapes. */
export function withShapes(columns: readonly ExaminedColumn[], found: readonly ShapeRow[]): ColumnShapes[] {
	return columns.map(({ place, header, field, kind }) => ({ header, field, kind, shapes: found.filter((row) => row.place === place) }));
}
