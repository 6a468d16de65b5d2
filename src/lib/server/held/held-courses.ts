/** Values of a column, one an episode: code 0 where none is recorded, else 1 + the place of the value in `values`. */
export type HeldColumn = Readonly<{ values: readonly string[]; codes: Uint8Array | Uint16Array | Uint32Array }>;

/**
 * Scores of one measure. Those of episode e stand from `starts[e]` up to `starts[e + 1]`, by session number: `sessions` has the number, `codes`
 * the place of the score in `values`, which are in ascending order.
 */
export type HeldScores = Readonly<{ starts: Uint32Array; sessions: Uint16Array; codes: Uint16Array; values: Float64Array }>;

/** What is recorded of all episodes of a snapshot, column by column; episode e has `episode_key` e + 1, so that they stand by condition, then by patient. */
export type HeldCourses = Readonly<{
	episodes: number;
	patients: Uint32Array;
	columns: Readonly<Record<HeldColumnName, HeldColumn>>;
	visits: Uint16Array;
	lastSession: Uint16Array;
	/** the last session of each that is long enough ago to tell whether anyone left after it, 0 where none is */
	settled: Uint16Array;
	/** undefined where they are not held; of a measure that nobody recorded there are none */
	scoresOf(measure: string): HeldScores | undefined;
}>;

export const heldColumnNames = ['condition', 'protocol', 'clinic', 'therapist', 'payer', 'sex', 'ageBand', 'chronicity', 'period', 'dischargeReason'] as const;

export type HeldColumnName = (typeof heldColumnNames)[number];

/** The episodes that filters select, by their places in ascending order. */
export type HeldCohort = Readonly<{ courses: HeldCourses; selected: Uint32Array }>;
