import { sweep } from './sweep.ts';

/**
 * Least squares of the score at one time on the scores at all times before it, written into `regressions` at the time's place.
 *
 * `reached` is the (times + 1)² row-major matrix, with rows of `width`, of summed products of (1, score 0, …) over the episodes that
 * reached the time; it is left as it was. The residual variance is the residual sum of squares over `divisor`. A predictor of which
 * less than 1e-10 is left after those before it gets coefficient 0; the least residual variance is 1e-10.
 *
 * R: `fit <- lm(y_k ~ y_1 + … + y_{k-1})`, `c(coef(fit), log(sum(resid(fit)^2) / divisor))`
 */
export function regressionOnEarlier(regressions: Float64Array, reached: Float64Array, width: number, time: number, divisor: number): void {
	const work = reached.slice();
	const outcome = time + 1;
	const offset = (time * (time + 3)) / 2;
	for (let predictor = 0; predictor <= time; predictor++) {
		const at = predictor * (width + 1);
		if (work[at]! > LEAST_VARIANCE * reached[at]!) sweep(work, width, time + 2, predictor);
		else clear(work, width, predictor);
	}
	for (let predictor = 0; predictor <= time; predictor++) regressions[offset + predictor] = work[predictor * width + outcome]!;
	regressions[offset + outcome] = Math.log(Math.max(work[outcome * (width + 1)]! / divisor, LEAST_VARIANCE));
}

const LEAST_VARIANCE = 1e-10;

function clear(matrix: Float64Array, width: number, position: number): void {
	for (let i = 0; i < width; i++) matrix[position * width + i] = matrix[i * width + position] = 0;
}
