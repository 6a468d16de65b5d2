import { betaQuantile } from './beta-quantile.ts';

/**
 * Proportion with its exact interval, after Clopper and Pearson.
 *
 * Estimates the chance behind `count` of `n` independent yes-or-no outcomes, 0 to 1. Its coverage is never below the nominal
 * one, for which it is wider than needed; meant for rare events, where it gives an upper bound even for none. `count` and
 * `n` need not be whole, for an effective sample size. `undefined` for `n` not above 0; a RangeError for a `count` outside 0 to `n`.
 *
 * Clopper CJ, Pearson ES (1934). The use of confidence or fiducial limits illustrated in the case of the binomial. Biometrika 26:404–413.
 * R: `binom.test(count, n, conf.level = level)$conf.int`
 */
export function clopperPearsonInterval(
	count: number,
	n: number,
	level = 0.95,
): Readonly<{ estimate: number; lower: number; upper: number }> | undefined {
	if (!(count >= 0 && count <= n)) throw new RangeError(`count must be 0 to ${n}: ${count}`);
	if (n === 0) return undefined;
	const tail = (1 - level) / 2;
	return {
		estimate: count / n,
		lower: count === 0 ? 0 : betaQuantile(tail, count, n - count + 1),
		upper: count === n ? 1 : 1 - betaQuantile(tail, n - count, count + 1),
	};
}
