/** `all` is everyone the filters select; `conditions` the same, one a condition, in the codebook's order; `clinics` alphabetical. */
export type DoseResult = Readonly<{
	stated: Readonly<{ from: number; to: number }>;
	all: Dose;
	conditions: readonly (Dose & Readonly<{ condition: string }>)[];
	clinics: Quadrant;
}>;

/**
 * Null where withheld or not recorded. `sessions` and `weeks` are per episode, weeks from the first visit to the last. `share` is of
 * episodes with fewer sessions than the stated course, as many, and more (Wilson intervals).
 */
export type Dose = Readonly<{
	episodes: number | null;
	patients: number | null;
	sessions: Quantiles | null;
	weeks: Quantiles | null;
	share: Readonly<{ below: Share | null; within: Share | null; above: Share | null }>;
	effect: Effect;
	suppressed: boolean;
}>;

/** `p10` and `p90` are null where fewer patients lie beyond them than may be shown; `n` where it would tell of few not counted. */
export type Quantiles = Readonly<{ n: number | null; p10: number | null; q1: number; median: number; q3: number; p90: number | null }>;

export type Share = Readonly<{ count: number; n: number; estimate: number; lower: number; upper: number }>;

/** Mean change from the first score to the last by number of sessions: as it is, and at the same first score. `reason` says why not so. */
export type Effect = Readonly<{
	bands: readonly Readonly<{ first: number; last: number | null; n: number | null; change: Estimate | null; adjusted: Estimate | null; suppressed: boolean }>[];
	reason: string | null;
}>;

/** Mean sessions against mean change, at the same first score, of episodes followed; `middle` is the mean of the clinics shown. */
export type Quadrant = Readonly<{
	points: readonly Readonly<{ clinic: string; n: number | null; sessions: Estimate | null; change: Estimate | null; suppressed: boolean }>[];
	middle: Readonly<{ sessions: number; change: number }> | null;
	reason: string | null;
}>;

export type Estimate = Readonly<{ estimate: number; lower: number; upper: number }>;
