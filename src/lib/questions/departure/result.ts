export type DepartureResult = Readonly<{ groups: readonly DepartureGroup[] }>;

/**
 * One condition. `after[k]` splits the episodes with a score at a session into those with no later visit and those who came back:
 * mean score there of each. `reasons` counts episodes by discharge reason (`none` where not recorded). Null where withheld.
 */
export type DepartureGroup = Readonly<{
	condition: string;
	episodes: number | null;
	after: readonly Readonly<{
		session: number;
		left: Readonly<{ n: number; mean: number; lower: number | null; upper: number | null }> | null;
		stayed: Readonly<{ n: number; mean: number; lower: number | null; upper: number | null }> | null;
		suppressed: boolean;
	}>[];
	reasons: readonly Readonly<{ reason: string; n: number | null }>[];
}>;
