/**
 * E-value of a standardised difference: how strongly something unmeasured would have to go with both the group and the outcome, as a
 * risk ratio with each, to explain the difference away.
 *
 * `difference` and `se` in units of the outcome's standard deviation; the difference becomes an approximate risk ratio exp(0.91·d),
 * its 95 % limits exp(0.91·d ± 1.78·se). `estimate` is the E-value of the difference, `limit` that of the limit nearer to none: 1 where
 * the interval includes no difference. 1 or more; `undefined` where either is not a number. Assumes an outcome near enough to normal.
 *
 * VanderWeele TJ, Ding P (2017). Ann Intern Med 167:268–274. Chinn S (2000). Stat Med 19:3127–3131.
 * R: `rr <- exp(0.91 * abs(d)); rr + sqrt(rr * (rr - 1))`, the `evalues.MD` of package EValue
 */
export function eValue(difference: number, se: number): Readonly<{ estimate: number; limit: number }> | undefined {
	if (!Number.isFinite(difference) || !Number.isFinite(se)) return undefined;
	const size = Math.abs(difference);
	return { estimate: ofRiskRatio(Math.exp(0.91 * size)), limit: ofRiskRatio(Math.exp(Math.max(0, 0.91 * size - 1.78 * se))) };
}

function ofRiskRatio(ratio: number): number {
	return ratio + Math.sqrt(ratio * (ratio - 1));
}
