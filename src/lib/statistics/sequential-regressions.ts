import { sweep } from './sweep.ts';

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
		const work = reached.slice();
		const outcome = time + 1;
		const offset = (time * (time + 3)) / 2;
		for (let predictor = 0; predictor <= time; predictor++) {
			const at = predictor * (width + 1);
			if (work[at]! > LEAST_VARIANCE * reached[at]!) sweep(work, width, time + 2, predictor);
			else clear(work, width, predictor);
		}
		for (let predictor = 0; predictor <= time; predictor++) regressions[offset + predictor] = work[predictor * width + outcome]!;
		regressions[offset + outcome] = Math.log(Math.max(work[outcome * (width + 1)]! / reached[0]!, LEAST_VARIANCE));
	}
	return regressions;
}

const LEAST_VARIANCE = 1e-10;

function clear(matrix: Float64Array, width: number, position: number): void {
	for (let i = 0; i < width; i++) matrix[position * width + i] = matrix[i * width + position] = 0;
}
