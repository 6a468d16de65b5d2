import { betaDistribution } from './beta-distribution.ts';

/**
 * Quantile of the F distribution: the value whose distribution function with `df1` and `df2` degrees of freedom is `p`.
 *
 * Degrees of freedom are above 0 and finite, `p` strictly between 0 and 1; a RangeError otherwise. Relative error below
 * 1e-9. Bisection of the beta distribution function on the log odds of its value, in the tail that `p` lies in.
 *
 * Press WH et al (2007). Numerical Recipes, 3rd ed., section 6.14.
 * R: `qf(p, df1, df2)`
 */
export function fQuantile(p: number, df1: number, df2: number): number {
	if (!(p > 0 && p < 1)) throw new RangeError(`p must be between 0 and 1: ${p}`);
	for (const df of [df1, df2]) if (!(df > 0 && df < Infinity)) throw new RangeError(`df must be above 0 and finite: ${df}`);
	let low = -700;
	let high = 700;
	for (let step = 0; step < 80; step++) {
		const middle = (low + high) / 2;
		const below = p > 0.5 ? betaDistribution(share(-middle), df2 / 2, df1 / 2) > 1 - p : betaDistribution(share(middle), df1 / 2, df2 / 2) < p;
		if (below) low = middle;
		else high = middle;
	}
	return Math.exp((low + high) / 2) * (df2 / df1);
}

function share(logOdds: number): number {
	return 1 / (1 + Math.exp(-logOdds));
}
