export type ResponseResult = Readonly<{ groups: readonly ResponseGroup[]; comparisons: readonly ResponseComparison[] }>;

/**
 * One condition, or one condition and protocol. A response is the first session after the first whose score reaches the threshold.
 * `scored` episodes have a score at session 1; the baseline of `able` of them lets them reach the threshold. Curves are those
 * of the able, or, `of` being 'all', of everyone scored where the others are too few to be told apart. Null where withheld.
 */
export type ResponseGroup = Readonly<{
	condition: string;
	protocol?: string;
	/** label of the threshold; null where the measure has none for the condition */
	threshold: string | null;
	scored: number | null;
	able: number | null;
	of: 'able' | 'all';
	points: readonly ResponsePoint[];
	/** the first session by which half had responded, had all gone on (Kaplan–Meier); its parts are null where not reached */
	median: Readonly<{ estimate: number | null; lower: number | null; upper: number | null }> | null;
	landmarks: readonly ResponseLandmark[];
	atLast: Readonly<{ ofAble: LastResponse | null; ofAll: LastResponse | null }>;
	/** why there is no curve, or null where there is one */
	notEstimable: string | null;
}>;

/**
 * After a session: `inCare` episodes had not responded and came back later; `responded` is the chance to have responded by then had
 * all gone on (Kaplan–Meier), `states` the chances of each state as things went (Aalen–Johansen), which add up to 1.
 */
export type ResponsePoint = Readonly<{
	session: number;
	inCare: number | null;
	responded: Chance | null;
	states: Readonly<{ inCare: Chance; responded: Chance; left: Chance; discharged: Chance }> | null;
	suppressed: boolean;
}>;

/** A chance with its standard error; no limits where it is 0 or 1. */
export type Chance = Readonly<{ estimate: number; se: number; lower: number | null; upper: number | null }>;

/** Response by a session, from the worst case for those not seen so long to the best. */
export type ResponseLandmark = Readonly<{ session: number; ofAble: ResponseCases | null; ofAll: ResponseCases | null }>;

export type ResponseCases = Readonly<{ worst: Share; modelled: Chance | null; best: Share | null }>;

/** Response at the last score: of those scored later too, and of all with those never scored again taken for the worst and the best. */
export type LastResponse = Readonly<{ followed: Share | null; worst: Share; best: Share | null }>;

export type Share = Readonly<{ count: number; n: number; estimate: number; lower: number; upper: number }>;

/** Whether the protocols of a condition differ: in the rate of response among those in care, and in the cumulative chance of it. */
export type ResponseComparison = Readonly<{ condition: string; protocols: readonly string[]; logRank: Test; gray: Test }>;

export type Test = Readonly<{ statistic: number; df: number; p: number }> | Readonly<{ reason: string }>;
