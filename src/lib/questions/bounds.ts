import type { Cell } from './question.ts';

export type Bounds = Readonly<{ lower: number; upper: number }>;

/** The bounds alone of what a routine gave, or null where it gave nothing. */
export function boundsOrNull(interval: Bounds | undefined): Bounds | null {
	return interval === undefined ? null : { lower: interval.lower, upper: interval.upper };
}

/** Both ends as cells of a table, empty where there are none. */
export function boundsCells(bounds: Bounds | null | undefined): Cell[] {
	return [bounds?.lower ?? null, bounds?.upper ?? null];
}
