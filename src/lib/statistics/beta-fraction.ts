/**
 * The continued fraction of the incomplete beta function, by Lentz's method.
 *
 * Iₓ(`a`, `b`) is xᵃ (1 − x)ᵇ / (a B(a, b)) times it. Converges fast for `x` below (a + 1) / (a + b + 2), with `a` and `b` above 0.
 *
 * Press WH et al (2007). Numerical Recipes, 3rd ed., section 6.4.
 * R: none of its own; `tDistribution` and `betaDistribution`, which it serves, are checked against `pt` and `pbeta` in t-distribution.R and beta-quantile.R
 */
export function betaFraction(x: number, a: number, b: number): number {
	let c = 1;
	let d = 1 / (1 - ((a + b) * x) / (a + 1));
	let fraction = d;
	for (let m = 1, change = 0; Math.abs(change - 1) > 1e-16 && m < 10_000; m++) {
		const even = (m * (b - m) * x) / ((a + 2 * m - 1) * (a + 2 * m));
		d = 1 / (1 + even * d);
		c = 1 + even / c;
		fraction *= d * c;
		const odd = (-(a + m) * (a + b + m) * x) / ((a + 2 * m) * (a + 2 * m + 1));
		d = 1 / (1 + odd * d);
		c = 1 + odd / c;
		change = d * c;
		fraction *= change;
	}
	return fraction;
}
