import type { Field, FieldName } from '#lib/record/fields.ts';

/** A shape that values of a column have: how many, and the number of the first record that does. */
export type Shape = Readonly<{ shape: string; count: number; record: number }>;

export const columnKinds = ['date', 'number', 'id', 'word'] as const;

/** What the values of a column are, as far as it matters for how they may be written. */
export type ColumnKind = (typeof columnKinds)[number];

/** How the values of a column are written; blank ones do not count. */
export type ColumnShapes = Readonly<{ header: string; field: FieldName; kind: ColumnKind; shapes: readonly Shape[] }>;

/** The shapes that are asked for, taken together; undefined where no value has one. */
export function together({ shapes }: ColumnShapes, ...named: readonly string[]): Shape | undefined {
	const found = shapes.filter(({ shape }) => named.includes(shape)).toSorted((a, b) => a.record - b.record);
	const [first] = found;
	return first === undefined ? undefined : { ...first, count: found.reduce((sum, { count }) => sum + count, 0) };
}

/** What the shapes named by a word in front name behind it, each with how many values have it. */
export function named({ shapes }: ColumnShapes, front: string): readonly Readonly<{ name: string; count: number; record: number }>[] {
	return shapes.flatMap(({ shape, count, record }) => (shape.startsWith(front) ? [{ name: shape.slice(front.length), count, record }] : []));
}

/** How many values the column has. */
export function valuesOf({ shapes }: ColumnShapes): number {
	return shapes.reduce((sum, { shape, count }) => (shape.startsWith('weekday: ') ? sum : sum + count), 0);
}

/** What the values of a field are. */
export function kindOf({ type, name }: Field): ColumnKind {
	if (type === 'date') return 'date';
	if (type === 'number' || type === 'integer') return 'number';
	return /_id$/u.test(name) ? 'id' : 'word';
}
