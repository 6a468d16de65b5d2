import { normalQuantile } from './normal-quantile.ts';
import { tDistribution } from './t-distribution.ts';

/**
 * Student's t quantile: the t whose distribution function with `df` degrees of freedom is `p`.
 *
 * `df` is any number above 0, Infinity being the normal limit. Relative error below 1e-10 for `p` away from 0.5, absolute
 * error 1e-15 beside it; ∓Infinity at 0 and 1, else no further out than 8e307; a RangeError for `p` outside 0 to 1 or `df` not
 * above 0. Newton's method on the logarithms of the tail and of t, where the tail is concave, so that it converges from any start.
 *
 * Hill GW (1970). Algorithm 396: Student's t-quantiles. Commun ACM 13:619–620 (the problem and its test values).
 * R: `qt(p, df)`
 */
export function tQuantile(p: number, df: number): number {
	if (!(df > 0)) throw new RangeError(`df must be above 0: ${df}`);
	const z = normalQuantile(p);
	if (df === Infinity || z === 0 || Math.abs(z) === Infinity) return z;
	const tail = Math.min(p, 1 - p);
	let logT = Math.log(Math.abs(z) * (1 + (z * z + 1) / (4 * df)));
	for (let step = 1, i = 0; Math.abs(step) > 1e-14 && i < 100; i++) {
		step = (logTail(logT, df) - Math.log(tail)) / steepness(logT, df);
		logT = Math.min(logT + step, LARGEST_LOG);
	}
	return p < 0.5 ? -Math.exp(logT) : Math.exp(logT);
}

const LARGEST_LOG = 709;

function logTail(logT: number, df: number): number {
	return Math.log(tDistribution(-Math.exp(logT), df));
}

function steepness(logT: number, df: number): number {
	const h = 1e-4;
	return (logTail(logT - h, df) - logTail(logT + h, df)) / (2 * h);
}
