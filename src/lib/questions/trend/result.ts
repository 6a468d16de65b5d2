/**
 * Process charts by month of the first visit, of the episodes with a score at session 1. `reason` says why there are none. `openFrom` is the first month whose
 * episodes may still go on: drawn, but left out of limits and rules. `threshold` is the label of what a responder reached.
 */
export type TrendResult = Readonly<{
	reason: string | null;
	openFrom: string | null;
	threshold: string | null;
	/** last score less the score at session 1, in units of the measure (XmR chart) */
	change: ProcessChart;
	/** share who responded (p-chart) */
	response: ProcessChart;
	/** share discharged as completed (p-chart) */
	completion: ProcessChart;
	/** sessions with an adverse event, per episode that has any answer recorded (u-chart) */
	adverse: ProcessChart;
}>;

export type ProcessChart = Readonly<{ phases: readonly Phase[]; points: readonly ProcessPoint[] }>;

/**
 * A stretch with limits of its own, locked on its first months. `centre` is null where `reason` says why there are no limits;
 * `provisional` where they rest on fewer than 12 months. `movingRange` is the mean moving range, of the XmR chart only.
 */
export type Phase = Readonly<{
	from: string;
	to: string;
	baseline: Readonly<{ from: string; to: string; months: number }> | null;
	centre: number | null;
	movingRange: number | null;
	provisional: boolean;
	reason: string | null;
}>;

export type Side = 'above' | 'below';

export type Rule = 'outside' | 'shift' | 'trend' | 'near';

/** `value` is null where withheld (`suppressed`) or nobody counts; `side` is that of the centre. */
export type ProcessPoint = Readonly<{
	month: string;
	value: number | null;
	n: number | null;
	centre: number | null;
	lower: number | null;
	upper: number | null;
	side: Side | null;
	signals: readonly Rule[];
	open: boolean;
	suppressed: boolean;
}>;
