import { betaFraction } from './beta-fraction.ts';
import { normalDistribution } from './normal-distribution.ts';

/**
 * Student's t distribution function: the probability of a value at or below `t` with `df` degrees of freedom.
 *
 * `df` is any number above 0, Infinity being the normal limit; a RangeError otherwise. Relative error below 1e-11 in the
 * lower tail; for an upper tail ask for −t. The tail is half the incomplete beta function I(df / (df + t²); df/2, 1/2), by
 * its continued fraction; above 2000 degrees of freedom Hill's normalizing transformation is exact to the same accuracy.
 *
 * Press WH et al (2007). Numerical Recipes, 3rd ed., section 6.4. Hill GW (1970). Algorithm 395. Commun ACM 13:617–619.
 * R: `pt(t, df)`
 */
export function tDistribution(t: number, df: number): number {
	if (!(df > 0)) throw new RangeError(`df must be above 0: ${df}`);
	if (Number.isNaN(t)) throw new RangeError(`t must be a number: ${t}`);
	const tail = df > 2000 ? nearlyNormalTail(Math.abs(t), df) : upperTail(Math.abs(t), df);
	return t < 0 ? tail : 1 - tail;
}

function nearlyNormalTail(t: number, df: number): number {
	if (df === Infinity) return normalDistribution(-t);
	const a = df - 0.5;
	const b = 48 * a * a;
	const y = a * Math.log1p((t / df) * t);
	if (y === Infinity) return 0;
	const correction = (((-0.4 * y - 3.3) * y - 24) * y - 85.5) / (0.8 * y * y + 100 + b);
	return normalDistribution(-((correction + y + 3) / b + 1) * Math.sqrt(y));
}

function upperTail(t: number, df: number): number {
	const a = df / 2;
	const odds = (t / df) * t;
	const x = 1 / (1 + odds);
	const y = odds === Infinity ? 1 : odds / (1 + odds);
	const logX = odds > 1e15 ? Math.log(df) - 2 * Math.log(t) : -Math.log1p(odds);
	const front = (gammaRatio(a) / Math.sqrt(Math.PI)) * Math.exp(a * logX) * Math.sqrt(y);
	if (y < 1.5 / (a + 2.5)) return 0.5 - front * betaFraction(y, 0.5, a);
	return (front / (2 * a)) * betaFraction(x, a, 0.5);
}

// Γ(a + 1/2) / Γ(a), by its asymptotic series from a = 20 on
function gammaRatio(a: number): number {
	let factor = 1;
	for (; a < 20; a++) factor *= a / (a + 0.5);
	return factor * Math.sqrt(a) * GAMMA_RATIO.reduceRight((sum, coefficient) => sum / a + coefficient, 0);
}

const GAMMA_RATIO = [1, -1 / 8, 1 / 128, 5 / 1024, -21 / 32768, -399 / 262144, 869 / 4194304, 39325 / 33554432];
