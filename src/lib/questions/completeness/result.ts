/** What was read, who is counted at each step, and what was not recorded. Null where withheld. */
export type CompletenessResult = Readonly<{
	/** records of all files of the snapshot, whatever the filters: accepted + duplicates + rejected = read */
	records: Readonly<{ read: number; accepted: number; duplicates: number; rejected: number }>;
	/** episodes that the filters select, each step among those of the one before */
	flow: readonly Readonly<{ step: Step; n: number | null }>[];
	/** share of episodes with a score at session 1 and a later one (Wilson interval) */
	followUp: Share | null;
	/** the same by clinic, and by month of first visit */
	followUpBy: Readonly<Record<Dimension, readonly Readonly<{ value: string; share: Share | null; suppressed: boolean }>[]>>;
	/** visits without a value, by field */
	fields: readonly Missing[];
	/** the same by clinic, and by month of the visit */
	fieldsBy: Readonly<Record<Dimension, readonly Readonly<{ value: string; fields: readonly Missing[] }>[]>>;
}>;

export const steps = ['episodes', 'baseline', 'followed', 'three-scores', 'discharge-reason'] as const;

export type Step = (typeof steps)[number];

export type Dimension = 'clinic' | 'month';

export type Share = Readonly<{ count: number; n: number; estimate: number; lower: number; upper: number }>;

/** `share` is `missing` of `visits`. */
export type Missing = Readonly<{ field: string; visits: number | null; missing: number | null; share: number | null; suppressed: boolean }>;
