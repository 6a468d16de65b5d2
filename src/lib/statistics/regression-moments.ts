/**
 * Means and covariance matrix of scores, from the regressions of each on those before it.
 *
 * `regressions` is laid out as `sequentialRegressions` returns it; the result is in the same units. `residuals` are the
 * residual variances, which say how far each score is from following from earlier ones.
 *
 * Anderson TW (1957). Maximum likelihood estimates for a multivariate normal distribution when some observations are
 * missing. J Am Stat Assoc 52:200–203.
 * R: `b <- solve(V[s, s], V[s, j])`, `c(mu[j] - sum(b * mu[s]), b, log(V[j, j] - sum(b * V[s, j])))`, turned round
 */
export function regressionMoments(
	regressions: Float64Array,
	times: number,
): Readonly<{ means: readonly number[]; residuals: readonly number[]; covariance: readonly (readonly number[])[] }> {
	const means: number[] = [];
	const residuals: number[] = [];
	const covariance: number[][] = Array.from({ length: times }, () => new Array<number>(times).fill(0));
	for (let time = 0; time < times; time++) {
		const offset = (time * (time + 3)) / 2;
		const coefficients = [...regressions.subarray(offset + 1, offset + time + 1)];
		const residual = Math.exp(regressions[offset + time + 1]!);
		for (let earlier = 0; earlier < time; earlier++)
			covariance[time]![earlier] = covariance[earlier]![time] = combine(coefficients, covariance[earlier]!);
		covariance[time]![time] = residual + combine(coefficients, covariance[time]!);
		means.push(regressions[offset]! + combine(coefficients, means));
		residuals.push(residual);
	}
	return { means, residuals, covariance };
}

function combine(coefficients: readonly number[], values: readonly number[]): number {
	return coefficients.reduce((sum, coefficient, i) => sum + coefficient * values[i]!, 0);
}
