export type DepartureResult = Readonly<{ groups: readonly DepartureGroup[] }>;

/**
 * One condition. `after[k]` splits the episodes with a score at a session into those with no later visit and those who came back:
 * how many there were of each, and their mean score there, null where there were none. `reasons` counts episodes by discharge
 * reason (`none` where not recorded). Null where withheld.
 */
export type DepartureGroup = Readonly<{
	condition: string;
	episodes: number | null;
	after: readonly Readonly<{
		session: number;
		left: DepartureSide | null;
		stayed: DepartureSide | null;
		suppressed: boolean;
	}>[];
	reasons: readonly Readonly<{ reason: string; n: number | null }>[];
}>;

export type DepartureSide = Readonly<{ n: number; mean: number | null; lower: number | null; upper: number | null }>;
