import { betaFraction } from './beta-fraction.ts';

/**
 * Beta distribution function, the regularised incomplete beta function Iₓ(`a`, `b`).
 *
 * `x` is 0 to 1, `a` and `b` any numbers above 0; a RangeError otherwise. Relative error below 1e-10 in the lower tail; for an
 * upper tail ask I₁₋ₓ(b, a). By its continued fraction, on the side of the mean where that converges fast.
 *
 * Press WH et al (2007). Numerical Recipes, 3rd ed., section 6.4.
 * R: `pbeta(x, a, b)`; in beta-quantile.R
 */
export function betaDistribution(x: number, a: number, b: number): number {
	if (!(x >= 0 && x <= 1)) throw new RangeError(`x must be 0 to 1: ${x}`);
	if (!(a > 0 && b > 0)) throw new RangeError(`a and b must be above 0: ${a}, ${b}`);
	if (x === 0 || x === 1) return x;
	return x <= (a + 1) / (a + b + 2) ? tail(x, a, b) : 1 - tail(1 - x, b, a);
}

function tail(x: number, a: number, b: number): number {
	const front = Math.exp(a * Math.log(x) + b * Math.log1p(-x) - logBeta(a, b));
	return (front / a) * betaFraction(x, a, b);
}

// B(a, b) = B(a + 1, b) (a + b) / a raises both to where Stirling's series is exact; its large terms are joined before they cancel
function logBeta(a: number, b: number): number {
	let factor = 1;
	for (; a < 12; a++) factor *= (a + b) / a;
	for (; b < 12; b++) factor *= (a + b) / b;
	const sum = a + b;
	const main = a * Math.log(a / sum) + b * Math.log(b / sum) - Math.log((a / sum) * b) / 2 + Math.log(2 * Math.PI) / 2;
	return Math.log(factor) + main + correction(a) + correction(b) - correction(sum);
}

function correction(x: number): number {
	return CORRECTION.reduceRight((rest, coefficient) => rest / (x * x) + coefficient, 0) / x;
}

const CORRECTION = [1 / 12, -1 / 360, 1 / 1260, -1 / 1680, 1 / 1188];
