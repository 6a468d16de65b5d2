/**
 * Winsorised values: those beyond the quantiles of `share` and 1 − `share` are drawn in to these.
 *
 * `share` is 0 to below 0.5, for each tail; a RangeError otherwise. The order is kept; nothing gives nothing. Quantiles are
 * interpolated between the sorted values (Hyndman and Fan's type 7, the default of R).
 *
 * Hyndman RJ, Fan Y (1996). Sample quantiles in statistical packages. Am Stat 50:361–365.
 * R: `q <- quantile(x, c(share, 1 - share)); pmin(pmax(x, q[1]), q[2])`
 */
export function winsorise(values: readonly number[], share: number): number[] {
	if (!(share >= 0 && share < 0.5)) throw new RangeError(`share must be 0 to below 0.5: ${share}`);
	if (values.length === 0) return [];
	const sorted = values.toSorted((a, b) => a - b);
	const lowest = quantile(sorted, share);
	const highest = quantile(sorted, 1 - share);
	return values.map((value) => Math.min(Math.max(value, lowest), highest));
}

function quantile(sorted: readonly number[], p: number): number {
	const place = (sorted.length - 1) * p;
	const below = sorted[Math.floor(place)]!;
	const above = sorted[Math.ceil(place)]!;
	return below + (place - Math.floor(place)) * (above - below);
}
