import { chiSquaredUpperTail } from './chi-squared-distribution.ts';
import { cholesky, choleskySolve } from './cholesky.ts';

export type ScoreTest = Readonly<{ statistic: number; df: number; p: number }>;

/**
 * Score test that several scores are all zero: the quadratic form of `scores` in the inverse of their `covariance`, against
 * the chi-squared distribution with as many degrees of freedom as there are scores.
 *
 * A reason in words where the covariance is singular, as it is where a group never was at risk.
 *
 * Rao CR (1948). Large sample tests of statistical hypotheses concerning several parameters. Proc Camb Phil Soc 44:50–57.
 * R: `drop(scores %*% solve(covariance, scores))`
 */
export function scoreTest(scores: readonly number[], covariance: readonly (readonly number[])[]): ScoreTest | Readonly<{ reason: string }> {
	const df = scores.length;
	if (df === 0) return { reason: 'there is only one group' };
	const factor = cholesky(Float64Array.from(covariance.flat()), df);
	const singular = scores.some((_, i) => !(factor[i * (df + 1)]! > 1e-8 * Math.sqrt(covariance[i]![i]!)));
	if (singular) return { reason: 'the groups were never at risk of the event together' };
	const solution = choleskySolve(factor, Float64Array.from(scores));
	const statistic = scores.reduce((sum, score, i) => sum + score * solution[i]!, 0);
	return { statistic, df, p: chiSquaredUpperTail(statistic, df) };
}
