/** What every answer carries, whatever the question: who was asked about, which snapshot, how, and what to beware of. */
export type Answer<Result> = Readonly<{ question: string; filters: Filters; snapshot: SnapshotStamp }> & Result & Readonly<{ method: Method & Disclosure; caveats: readonly string[] }>;

export type SnapshotStamp = Readonly<{ id: string; publishedAt: string; synthetic: boolean; sessions: number; episodes: number }>;

/** The fewest patients that a shown number may rest on. */
export type Disclosure = Readonly<{ minimumCell: number }>;

/** `text` is plain words, a paragraph each; `sql` is the text of the statements that define the numbers. */
export type Method = Readonly<{ text: readonly string[]; formula: readonly string[]; citations: readonly string[]; sql: readonly string[] }>;

/**
 * An empty list means "all". `measure` null means the codebook's primary measure, `threshold` null the measure's primary one;
 * `rebase` is the month from which a chart over time is computed anew; `axis` null means session numbers. `delta` is how many points
 * worse than predicted the unseen scores of those who left are taken to be, null none.
 */
export type Filters = Readonly<{
	condition: readonly string[];
	protocol: readonly string[];
	clinic: readonly string[];
	therapist: readonly string[];
	payer: readonly string[];
	sex: readonly string[];
	ageBand: readonly string[];
	chronicity: readonly string[];
	period: readonly string[];
	measure: string | null;
	threshold: string | null;
	rebase: string | null;
	by: 'protocol' | 'clinic' | 'chronicity' | null;
	axis: 'weeks' | null;
	delta: number | null;
}>;
