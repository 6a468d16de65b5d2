/** `all` is everyone the filters select; `conditions` the same, one a condition, in the codebook's order. */
export type OverviewResult = Readonly<{ all: Overview; conditions: readonly (Overview & Readonly<{ condition: string }>)[] }>;

/**
 * Null where withheld or not estimable. `change` is last score minus first over episodes scored at session 1 and later
 * (t interval; negative is less pain), with its quartiles. `responders` counts episodes that reached the primary threshold at their last
 * score: `ofAll` among all scored at session 1 (no later score counts as no response), `ofFollowed` among those scored later too (Wilson);
 * `noBetter` is the share of the latter whose last score is no better than the first, null where that gives a small cell away.
 * `completion` is the share discharged as completed among episodes with a discharge reason. `sessions` are visits per episode.
 */
export type Overview = Readonly<{
	episodes: number | null;
	patients: number | null;
	sessions: Readonly<{ n: number; median: number; q1: number; q3: number }> | null;
	change: Readonly<{ n: number; mean: number; lower: number; upper: number; firstMean: number; lastMean: number; q1: number; median: number; q3: number }> | null;
	responders: Readonly<{ threshold: string; ofAll: Share; ofFollowed: Share; noBetter: Share | null }> | null;
	completion: Share | null;
	suppressed: boolean;
}>;

export type Share = Readonly<{ count: number; n: number; estimate: number; lower: number; upper: number }>;
