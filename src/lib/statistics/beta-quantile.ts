import { betaDistribution } from './beta-distribution.ts';

/**
 * Beta quantile: the x whose distribution function with parameters `a` and `b` is `p`.
 *
 * Relative error below 1e-9 for x not beside 1; a RangeError for `p` outside 0 to 1 or parameters not above 0. By halving the
 * interval, which needs no start and cannot diverge.
 *
 * R: `qbeta(p, a, b)`
 */
export function betaQuantile(p: number, a: number, b: number): number {
	if (!(p >= 0 && p <= 1)) throw new RangeError(`p must be 0 to 1: ${p}`);
	if (p === 0 || p === 1) return p;
	let lower = 0;
	let upper = 1;
	for (let i = 0; i < 1100 && upper - lower > 1e-14 * upper; i++) {
		const middle = (lower + upper) / 2;
		if (betaDistribution(middle, a, b) < p) lower = middle;
		else upper = middle;
	}
	return (lower + upper) / 2;
}
