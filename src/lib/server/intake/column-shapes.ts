import type { FieldName } from '#lib/record/fields.ts';

/** A shape that values of a column have: how many, and the number of the first record that does. */
export type Shape = Readonly<{ shape: string; count: number; record: number }>;

/** How the values of a column are written; blank ones do not count. */
export type ColumnShapes = Readonly<{ header: string; field: FieldName; kind: 'date' | 'number' | 'id' | 'word'; shapes: readonly Shape[] }>;

/** The shapes that are asked for, taken together; undefined where no value has one. */
export function together({ shapes }: ColumnShapes, ...named: readonly string[]): Shape | undefined {
	const found = shapes.filter(({ shape }) => named.includes(shape)).toSorted((a, b) => a.record - b.record);
	const [first] = found;
	return first === undefined ? undefined : { ...first, count: found.reduce((sum, { count }) => sum + count, 0) };
}

/** How many values the column has. */
export function valuesOf({ shapes }: ColumnShapes): number {
	return shapes.reduce((sum, { count }) => sum + count, 0);
}
