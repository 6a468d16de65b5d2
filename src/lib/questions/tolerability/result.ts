import type { Bounds } from '../bounds.ts';
import type { MeanAndSpread } from '../mean-and-spread.ts';
import type { VisitShare } from '../visit-share.ts';

/**
 * What patients said of the hours after a visit. `name` is an id of the codebook within its `part`; `not-recorded` where a visit
 * does not say. Numbers are null where withheld (`suppressed`) or not estimable.
 */
export type TolerabilityResult = Readonly<{
	sessions: number | null;
	patients: number | null;
	spreads: readonly Spread[];
	contrasts: readonly Contrast[];
	over: readonly Over[];
	events: Events;
}>;

export type Part = 'all' | 'region' | 'protocol';

export type Outcome = 'soreness_peak' | 'soreness_hours' | 'insertion_pain';

/** Of `n` visits that say. */
export type Spread = Readonly<{ outcome: Outcome; part: Part; name: string }> & MeanAndSpread;

/** The mean of one region or protocol less that of all other recorded ones: Welch's interval, and the one that allows for clustering. */
export type Contrast = Readonly<{
	outcome: Outcome;
	part: Part;
	name: string;
	n: number | null;
	othersN: number | null;
	mean: number | null;
	othersMean: number | null;
	difference: number | null;
	interval: Bounds | null;
	robust: Bounds | null;
	/** why there is no interval, or null */
	notEstimable: string | null;
	suppressed: boolean;
}>;

/** Visits whose soreness was over within some hours, of those that say how long it lasted (Wilson). */
export type Over = Readonly<{ part: Part; name: string; hours: number; share: VisitShare | null; suppressed: boolean }>;

/**
 * Visits with an adverse event, of all visits (exact intervals). `recorded` is how many visits say anything of it. `kinds` holds the kinds that
 * studies count and those that files name; `withheldKinds` is how many kinds are withheld, name and all.
 */
export type Events = Readonly<{
	recorded: number | null;
	/** why nothing can be said, or null */
	notEstimable: string | null;
	parts: readonly Readonly<{ part: Part; name: string; share: VisitShare | null; suppressed: boolean }>[];
	kinds: readonly Readonly<{ kind: string; label: string; share: VisitShare }>[];
	withheldKinds: number;
	published: readonly Published[];
}>;

/** A published rate of one kind, in percent of treatments; `below` where the study says no more than that. */
export type Published = Readonly<{ study: string; citation: string; treatments: number; kind: string; label: string; percent: number; below: boolean }>;
