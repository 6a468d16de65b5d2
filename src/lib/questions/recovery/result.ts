import type { TippingPoint } from './tipping-point.ts';

export type RecoveryResult = Readonly<{ groups: readonly RecoveryGroup[] }>;

type Estimate = Readonly<{ mean: number; lower: number; upper: number }>;

/**
 * One condition, or one condition and protocol, clinic or chronicity. `episodes` is null where withheld; then there is nothing else.
 * `axis` says what the `session` of a point counts: visits, or weeks since the first visit.
 */
export type RecoveryGroup = Readonly<{
	condition: string;
	protocol?: string;
	clinic?: string;
	chronicity?: string;
	axis: 'sessions' | 'weeks';
	episodes: number | null;
	points: readonly RecoveryPoint[];
	/** the model that made the adjusted curve; null where there is none */
	model: 'unstructured' | 'linear' | null;
	/** why no adjusted curve could be fitted, or why it ends early; null where it was fitted to the end */
	notEstimable: string | null;
	/** the adjusted means by restricted maximum likelihood, where the model is the unstructured one; t intervals with `df` degrees of freedom */
	restricted: readonly (Estimate & Readonly<{ session: number; se: number; df: number }>)[];
	/** means weighted by one over the chance to have stayed */
	staying: readonly (Estimate & Readonly<{ session: number; se: number; effectiveN: number }>)[];
	/** why there is no such mean from some session on; null where there is one to the end */
	notWeighted: string | null;
	/** the share of all episodes with a score whose last score came before a session, where that gives no small cell away */
	left: readonly Readonly<{ session: number; share: number }>[];
	/** how many points worse than the model predicts the unseen scores of those who left are supposed to be; null none */
	delta: number | null;
	/** adjusted means under that supposition */
	shifted: readonly (Estimate & Readonly<{ session: number }>)[];
	tipping: TippingPoint | null;
}>;

/**
 * One session. `n` episodes have a score there; `lower` and `upper` bound the mean (95 %, t).
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
	adjusted: (Estimate & Readonly<{ se: number }>) | null;
	suppressed: boolean;
}>;
