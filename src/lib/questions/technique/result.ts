/**
 * What was done at the visits. `conditions` are shares of episodes, everything else of visits that say it; `atMost` by minutes that the
 * needles stayed in place, of visits at which they did. Null where withheld or not recorded.
 */
export type TechniqueResult = Readonly<{
	conditions: readonly Named[];
	protocols: readonly Named[];
	payers: readonly Named[];
	guided: Share | null;
	certified: Share | null;
	/** of the therapists named, those who used ultrasound at least once */
	therapists: Omit<Share, 'robust'> | null;
	atMost: readonly Readonly<{ minutes: number; share: Share | null }>[];
	needles: Spread | null;
	minutes: Spread | null;
}>;

export type Named = Readonly<{ name: string; share: Share | null }>;

/** `lower` and `upper` take visits as independent (Wilson); `robust` allows for visits that are alike within a patient. */
export type Share = Readonly<{ count: number; n: number; estimate: number; lower: number; upper: number; robust: Readonly<{ lower: number; upper: number }> | null }>;

export type Spread = Readonly<{ n: number; q1: number; median: number; q3: number }>;
