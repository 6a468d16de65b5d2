export type RecoveryResult = Readonly<{ groups: readonly RecoveryGroup[] }>;

/** One condition, or one condition and protocol. `episodes` is null where withheld. */
export type RecoveryGroup = Readonly<{
	condition: string;
	protocol?: string;
	episodes: number | null;
	points: readonly RecoveryPoint[];
	/** why no adjusted curve could be fitted, or null where one was */
	notEstimable: string | null;
}>;

/**
 * One session number. `n` episodes have a score there; `lower` and `upper` bound the mean (95 %, t).
 * `distribution` counts scores by tenths of the measure's range, 11 counts: on a 0–10 scale, the scores 0 to 10.
 * Where `suppressed`, every number but `session` is null; a null within a distribution is a withheld cell.
 */
export type RecoveryPoint = Readonly<{
	session: number;
	n: number | null;
	mean: number | null;
	sd: number | null;
	lower: number | null;
	upper: number | null;
	median: number | null;
	q1: number | null;
	q3: number | null;
	distribution: readonly (number | null)[] | null;
	adjusted: Readonly<{ mean: number; se: number; lower: number; upper: number }> | null;
	suppressed: boolean;
}>;
