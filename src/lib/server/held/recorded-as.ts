import type { HeldColumn } from './held-courses.ts';

/** The words of a column in ascending order, and the place among them of what is recorded of an episode. */
export type Recorded = Readonly<{ words: readonly string[]; placeOf(episode: number): number }>;

/** A column with `missing` for what is not recorded: the same as a value that is called so. */
export function recordedAs({ values, codes }: HeldColumn, missing: string): Recorded {
	const words = [...new Set([missing, ...values])].sort();
	const places = Uint32Array.from([missing, ...values], (word) => words.indexOf(word));
	return { words, placeOf: (episode) => places[codes[episode] ?? 0] ?? 0 };
}
