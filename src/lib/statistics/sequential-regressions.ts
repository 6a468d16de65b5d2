import { regressionOnEarlier } from './regression-on-earlier.ts';

/**
 * Regression of the score at each time on the scores at all times before it, under monotone dropout.
 *
 * `products[m]` is the (times + 1)² row-major matrix of summed products of (1, score 0, …, score m − 1) over the episodes
 * last seen at time m − 1; scores should be standardised. Each time is fitted by least squares to all episodes that reached it,
 * which together is the maximum likelihood of a multivariate normal. Returns per time k, one after another, the
 * intercept, k coefficients, and the logarithm of the residual variance (divisor n). A score that follows from earlier ones
 * gets coefficient 0 as a predictor, and a residual variance of 1e-10 of its own, the least returned.
 *
 * Anderson TW (1957). Maximum likelihood estimates for a multivariate normal distribution when some observations are
 * missing. J Am Stat Assoc 52:200–203.
 * R: `lm(y_k ~ y_1 + … + y_{k-1})` for each k, with `log(mean(resid^2))`
 */
export function sequentialRegressions(products: readonly Float64Array[], times: number): Float64Array {
	const width = times + 1;
	const regressions = new Float64Array((times * (times + 3)) / 2);
	const reached = new Float64Array(width * width);
	for (let time = times - 1; time >= 0; time--) {
		const fewer = products[time + 1]!;
		for (let i = 0; i < reached.length; i++) reached[i]! += fewer[i]!;
		regressionOnEarlier(regressions, reached, width, time, reached[0]!);
	}
	return regressions;
}
