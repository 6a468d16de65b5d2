/**
 * Clinics and therapists against what their case mix predicts. `threshold` is what a responder reached; `response` is the
 * proportion of all who started that responded, `change` the mean of last score less first of those scored later too.
 */
export type VariationResult = Readonly<{ threshold: string | null; minimumEpisodes: number; clinics: VariationLevel; therapists: VariationLevel }>;

export type VariationLevel = Readonly<{ response: VariationFunnel; change: VariationFunnel }>;

/**
 * `units` are in alphabetical order. `overall` is the outcome of all, the centre of the funnel. `correlation` is the share of
 * the variance left by the case mix that lies between units (intraclass correlation). Null where withheld or not estimable;
 * `notEstimable` says why there is no funnel.
 */
export type VariationFunnel = Readonly<{
	n: number | null;
	overall: number | null;
	overDispersion: Readonly<{ phi: number; tau2: number }> | null;
	/** how alike episodes of one patient are, and by what factor that widens the variance of chance on average; null where it does not */
	repeated: Readonly<{ correlation: number; designEffect: number }> | null;
	limits: readonly FunnelLimits[];
	correlation: Interval | null;
	units: readonly VariationUnit[];
	notEstimable: string | null;
}>;

/** Limits about `overall` for a unit of `n` episodes: of chance alone, and widened by the over-dispersion. */
export type FunnelLimits = Readonly<{ n: number; chance95: Bounds; chance998: Bounds; widened95: Bounds; widened998: Bounds }>;

/** `too-few` has less than the minimum of episodes for a point; `withheld` would show a small cell or give one away. */
export type VariationUnit = Readonly<{ unit: string; n: number | null; status: 'shown' | 'too-few' | 'withheld'; point: VariationPoint | null }>;

/**
 * `observed` and `expected` outcome; `standardised` is what it would be with the case mix of all, with a 95 % interval of its own.
 * `z` is the distance from expectation in standard errors of chance, `zWidened` allowing for over-dispersion, which decides
 * `beyond`. `shrunken` is the empirical Bayes estimate.
 */
export type VariationPoint = Readonly<{
	observed: number;
	expected: number;
	standardised: Interval;
	z: number;
	zWidened: number;
	beyond: 'neither' | '95' | '99.8';
	shrunken: Interval | null;
}>;

export type Bounds = Readonly<{ lower: number; upper: number }>;
export type Interval = Bounds & Readonly<{ estimate: number }>;
