/**
 * Standard normal distribution function Φ(x), the probability of a value at or below `x`.
 *
 * Relative error below 1e-13 in both tails, down to the smallest double; 0 and 1 at ∓Infinity.
 * Near the centre by the Taylor series of Φ/φ, in the tails by Laplace's continued fraction for the Mills ratio.
 * For an upper tail ask Φ(−x), not 1 − Φ(x), which cancels.
 *
 * Marsaglia G (2004). Evaluating the normal distribution. J Stat Softw 11(4).
 * R: `pnorm(x)`
 */
export function normalDistribution(x: number): number {
	if (Number.isNaN(x)) throw new RangeError(`x must be a number: ${x}`);
	if (x > 2) return 1 - upperTail(x);
	if (x < -2) return upperTail(-x);
	return 0.5 + centre(x);
}

function centre(x: number): number {
	let term = x;
	let sum = x;
	for (let k = 3; Math.abs(term) > 1e-17 * Math.abs(sum); k += 2) {
		term *= (x * x) / k;
		sum += term;
	}
	return sum * density(x);
}

function upperTail(x: number): number {
	if (x > 39) return 0;
	const terms = Math.ceil(20 + 500 / (x * x));
	let fraction = x;
	for (let k = terms; k > 0; k--) fraction = x + k / fraction;
	return density(x) / fraction;
}

// x² is split so that its rounding error does not reach the exponential (Cody 1969)
function density(x: number): number {
	const coarse = Math.trunc(x * 16) / 16;
	const rest = (x - coarse) * (x + coarse);
	return (Math.exp((-coarse * coarse) / 2) * Math.exp(-rest / 2)) / Math.sqrt(2 * Math.PI);
}
