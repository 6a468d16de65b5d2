/**
 * Variance-stabilised proportion: the angle asin √p, 0 to π/2, whose standard error from `n` yes-or-no outcomes is near
 * 1 / (2 √n) whatever the proportion. A RangeError for a proportion outside 0 to 1.
 *
 * Anscombe FJ (1948). The transformation of Poisson, binomial and negative-binomial data. Biometrika 35:246–254.
 * R: `asin(sqrt(p))`
 */
export function arcsine(proportion: number): number {
	if (!(proportion >= 0 && proportion <= 1)) throw new RangeError(`proportion must be 0 to 1: ${proportion}`);
	return Math.asin(Math.sqrt(proportion));
}

/** The proportion of an angle; 0 below angle 0 and 1 above π/2. R: `sin(pmin(pmax(angle, 0), pi / 2))^2` */
export function proportionAt(angle: number): number {
	return Math.sin(Math.min(Math.max(angle, 0), Math.PI / 2)) ** 2;
}
