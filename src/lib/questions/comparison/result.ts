import type { NumberNeeded } from '#lib/statistics/number-needed.ts';

/** `conditions` in the codebook's order; `pooled` a row for each two protocols that at least two conditions compare. */
export type ComparisonResult = Readonly<{ conditions: readonly Comparison[]; pooled: readonly Pooled[] }>;

/**
 * One condition. Differences are the first protocol's last scores less the second's, in the measure's unit, with 95 % limits; all are null where
 * `refusal` says why no comparison is made. `balance` is empty where the protocols have too few patients.
 */
export type Comparison = Readonly<{
	condition: string;
	/** the two protocols compared, in the codebook's order, or null where there are no two */
	sides: readonly [Side, Side] | null;
	refusal: string | null;
	unadjusted: Difference | null;
	ancova: Difference | null;
	weighted: Difference | null;
	/** the weighted difference in standard deviations of the last score, and how strong a hidden cause would have to be to explain it away */
	eValue: Readonly<{ standardised: number; estimate: number; limit: number }> | null;
	balance: readonly Balance[];
	response: Response | null;
}>;

/**
 * One protocol. `n` episodes have a score at session 1 and a later one; the means are theirs. `effective` is how many equally weighing
 * episodes the weighted ones are worth; `middle` the share of episodes whose chance of the first protocol is 10 to 90 %. Null where
 * withheld; what rests on a withheld `n` is rounded, so that it cannot be told from the digits.
 */
export type Side = Readonly<{ protocol: string; episodes: number | null; n: number | null; firstMean: number | null; lastMean: number | null; effective: number | null; middle: number | null }>;

export type Difference = Readonly<{ estimate: number; lower: number; upper: number }>;

/** Standardised difference of the protocols in a covariate's `level` (null for the score at session 1), before and after weighting; null where withheld. */
export type Balance = Readonly<{ covariate: string; level: string | null; before: number | null; after: number | null; suppressed: boolean }>;

/** Shares that reached `threshold` among those followed; `difference` plain, `weighted` by overlap weights, `needed` from the latter. */
export type Response = Readonly<{
	threshold: string;
	shares: readonly [Share, Share];
	difference: Difference;
	weighted: Difference | null;
	needed: (NumberNeeded & Readonly<{ favours: string }>) | null;
}>;

export type Share = Readonly<{ count: number | null; n: number | null; estimate: number; lower: number; upper: number }>;

/** Differences of the same two protocols over `conditions`. */
export type Pooled = Readonly<{ first: string; second: string; conditions: readonly string[]; ancova: PooledDifference | null; weighted: PooledDifference | null }>;

/** `tau` is the standard deviation of the true differences between conditions, `i2` its part in the variance seen (0 to 1). */
export type PooledDifference = Difference & Readonly<{ tau: number; i2: number; q: number; df: number }>;
