/**
 * A mean, a quantile, a sum of money or a bound of one as the public is told it: two significant digits, and no more than one decimal; `rounding`
 * says which way. More digits would tell how many it was taken of: a mean price of 84.62 is possible of few numbers of patients only, and a price a
 * responder over a price an episode is the share of responders.
 */
export function publicMean(value: number, rounding: (value: number) => number = Math.round): number {
	const size = Math.floor(Math.log10(Math.max(1, Math.abs(value))) + 1e-9);
	const unit = 10 ** Math.max(-1, size - 1);
	return Number((unit * rounding(Number((value / unit).toFixed(6)))).toFixed(1));
}

/** What would give the number of patients away if it were told exactly, to one significant digit. */
export function coarse(value: number): number {
	return Number(value.toPrecision(1));
}
