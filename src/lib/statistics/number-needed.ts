/**
 * Number needed for one more to respond: the reciprocal of a difference of two shares, with limits.
 *
 * `estimate` is 1 / |difference|. Where the interval of the difference leaves out 0, `lower` and `upper` are the reciprocals of its
 * limits, and `upper` can be trusted; where it includes 0, the numbers for either direction run from `inFavour` and from `against` to infinity,
 * so no single interval exists and `lower` and `upper` are null. `undefined` for a difference of 0.
 *
 * Altman DG (1998). Confidence intervals for the number needed to treat. BMJ 317:1309–1312.
 * R: `1 / abs(difference)`
 */
export function numberNeeded({ estimate, lower, upper }: Interval): NumberNeeded | undefined {
	if (estimate === 0 || !Number.isFinite(estimate)) return undefined;
	if (lower > 0 || upper < 0) {
		const limits = [1 / Math.abs(lower), 1 / Math.abs(upper)].sort((a, b) => a - b);
		return { estimate: 1 / Math.abs(estimate), lower: limits[0]!, upper: limits[1]!, inFavour: null, against: null };
	}
	const [same, other] = estimate > 0 ? [upper, -lower] : [-lower, upper];
	return { estimate: 1 / Math.abs(estimate), lower: null, upper: null, inFavour: same > 0 ? 1 / same : null, against: other > 0 ? 1 / other : null };
}

type Interval = Readonly<{ estimate: number; lower: number; upper: number }>;

/** `inFavour` is the smallest number in the direction of the estimate, `against` the smallest in the other, where the interval includes 0. */
export type NumberNeeded = Readonly<{ estimate: number; lower: number | null; upper: number | null; inFavour: number | null; against: number | null }>;
