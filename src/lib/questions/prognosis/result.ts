export type PrognosisResult = Readonly<{ groups: readonly PrognosisGroup[] }>;

/**
 * One condition, or one condition and protocol: what to expect of those who came `session` times without a response and come
 * again. `episodes` are those with a score at session 1 that can reach the threshold, or, `of` being 'all', all with a score
 * there. Null where withheld.
 */
export type PrognosisGroup = Readonly<{
	condition: string;
	protocol?: string;
	/** label of the threshold; null where the measure has none for the condition */
	threshold: string | null;
	episodes: number | null;
	of: 'able' | 'all';
	landmarks: readonly PrognosisLandmark[];
	/** null where the chance falls below the level at no session that can be shown */
	reevaluate: Reevaluation | null;
	/** why there is nothing to say, or null where there is */
	notEstimable: string | null;
}>;

/** `n` episodes came back after `session` without a response until then. `referral` is null where it is withheld. */
export type PrognosisLandmark = Readonly<{ session: number; n: number | null; within: readonly PrognosisWithin[]; referral: Referral | null; suppressed: boolean }>;

/** Of those, how many were referred on later without a response; `reasons` are ids of the codebook's discharge reasons, null where withheld. */
export type Referral = Share & Readonly<{ reasons: readonly (Share & Readonly<{ reason: string }>)[] | null }>;

/**
 * The chance of a response within so many further sessions: `ifContinued` had all gone on (Kaplan–Meier), `asItWent` with those
 * who left or were discharged (Aalen–Johansen), `seen` the share in whom one was recorded. Null where withheld or not followed so long.
 */
export type PrognosisWithin = Readonly<{ sessions: number; ifContinued: Interval | null; asItWent: Interval | null; seen: Share | null }>;

/** The session from which the chance, within the next `within` sessions, stays below `level`; `certain` where its upper limit does. */
export type Reevaluation = Readonly<{
	session: number;
	n: number;
	level: number;
	within: number;
	chance: Interval;
	certain: boolean;
	/** of those, how many were in the end referred on without a response */
	referred: Referral | null;
	note: string;
}>;

export type Interval = Readonly<{ estimate: number; lower: number; upper: number }>;
export type Share = Interval & Readonly<{ count: number; n: number }>;
