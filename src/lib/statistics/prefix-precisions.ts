/**
 * Precision matrices of the scores up to each time, from the regressions of each score on those before it.
 *
 * `regressions` is laid out as `sequentialRegressions` returns it. Element m of the result is the (times + 1)² row-major matrix
 * of the quadratic form of the first m scores in (1, score 0, …, score m − 1): the constant stands first, so that the means
 * are inside. Without its first row and column it is the inverse of their covariance matrix; the rest is 0.
 *
 * Pourahmadi M (1999). Joint mean-covariance models with applications to longitudinal data. Biometrika 86:677–690.
 * R: `solve(covariance[1:m, 1:m])`
 */
export function prefixPrecisions(regressions: Float64Array, times: number): readonly Float64Array[] {
	const width = times + 1;
	const precisions = [new Float64Array(width * width)];
	for (let time = 0; time < times; time++) {
		const offset = (time * (time + 3)) / 2;
		const contrast = regressions.slice(offset, offset + time + 2).map((value) => -value);
		const weight = Math.exp(contrast[time + 1]!);
		contrast[time + 1] = 1;
		const precision = precisions[time]!.slice();
		for (let i = 0; i <= time + 1; i++)
			for (let j = 0; j <= time + 1; j++) precision[i * width + j]! += contrast[i]! * contrast[j]! * weight;
		precisions.push(precision);
	}
	return precisions;
}
