import type { CostAndEffect } from '#lib/statistics/acceptability-curve.ts';
import type { Bounds } from '../bounds.ts';
import type { MeanAndSpread } from '../mean-and-spread.ts';
import type { VisitShare } from '../visit-share.ts';

/** What care cost, a row a currency; currencies are never added. Numbers are null where withheld (`suppressed`) or not estimable. */
export type CostResult = Readonly<{
	coverage: Coverage;
	/** what a responder reached, or null where the measure has no threshold */
	threshold: string | null;
	priceRange: Readonly<{ currency: string; lowest: number; highest: number; source: string }>;
	sessions: readonly SessionCost[];
	/** of the `judged` episodes, or where there are none of the `complete` ones */
	episodes: readonly Spread[];
	responders: readonly ResponderCost[];
	pairs: readonly ProtocolPair[];
}>;

/** Episodes asked about, those whose visits all have a price in one currency, and of these those with a first score and a threshold. */
export type Coverage = Readonly<{ episodes: number | null; complete: number | null; judged: number | null }>;

export type Part = 'all' | 'protocol' | 'payer';

export type Spread = Readonly<{ currency: string; part: Part; name: string }> & MeanAndSpread;

/** `withinRange` is the share of sessions priced within `priceRange`, null too for another currency (Wilson; `robust` allows for patients). */
export type SessionCost = Spread & Readonly<{ withinRange: VisitShare | null }>;

/** All costs of `n` episodes by the number that responded: Fieller's interval (patients independent) and a bootstrap's (episodes independent). */
export type ResponderCost = Readonly<{
	currency: string;
	part: Part;
	name: string;
	n: number | null;
	responders: number | null;
	estimate: number | null;
	fieller: Bounds | null;
	bootstrap: Bounds | null;
	/** why there is no Fieller interval, or null */
	notEstimable: string | null;
	suppressed: boolean;
}>;

/** `protocol` less `against`: cost an episode, share of responders, cost of an extra responder; points of the plane and the acceptability curve. */
export type ProtocolPair = Readonly<{
	currency: string;
	protocol: string;
	against: string;
	n: number | null;
	againstN: number | null;
	difference: (CostAndEffect & Readonly<{ costInterval: Bounds | null; effectInterval: Bounds | null }>) | null;
	perExtraResponder: (Bounds & Readonly<{ estimate: number }>) | null;
	/** why no price of an extra responder can be given, or null */
	notEstimable: string | null;
	plane: readonly Readonly<{ cost: number; effect: number }>[];
	acceptability: readonly Readonly<{ willingness: number; chance: number }>[];
	suppressed: boolean;
}>;
