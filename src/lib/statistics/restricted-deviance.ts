import { leftAndRight, lineShrinkage, type LineShrinkage } from './line-shrinkage.ts';
import { sweep } from './sweep.ts';

/** Episodes scored at the same times: number, sums, and summed products of scores; `slopes` is how far along each of their times is. */
export type LinePattern = Readonly<{
	times: readonly number[];
	slopes: readonly number[];
	n: number;
	sums: readonly number[];
	crossProducts: readonly (readonly number[])[];
}>;

/** A symmetric 2 × 2 matrix, of intercept and slope: variance, covariance, variance. */
export type OfLine = readonly [number, number, number];

/**
 * The parts of minus twice the restricted log-likelihood that are not about the residual variance (`determinants`) and that are divided by it
 * (`squares`), with their derivatives by the lines' covariance. `covariance` is that of the means over the residual variance, row-major.
 */
export type RestrictedDeviance = Readonly<{
	means: Float64Array;
	covariance: Float64Array;
	determinants: number;
	determinantsByLine: OfLine;
	squares: number;
	squaresByLine: OfLine;
}>;

/**
 * Restricted likelihood of scores that have a mean at each time, a line of its own for each episode, and independent noise, in its parts.
 *
 * `lines` is the covariance of the lines' intercepts and slopes, over the variance of the noise; it may be singular. At residual
 * variance v, minus twice the restricted log-likelihood of N scores is `determinants` + (N − times)·log(2πv) + `squares` / v, and
 * the best v is `squares` / (N − times). All times must have been scored. A cost of the number of patterns, not of episodes.
 *
 * Bates D, Mächler M, Bolker B, Walker S (2015). Fitting linear mixed-effects models using lme4. J Stat Softw 67(1), section 3.
 * R: `lme4::lmer(y ~ 0 + factor(time) + (slope | id), devFunOnly = TRUE)`; in line-parts.R
 */
export function restrictedDeviance(patterns: readonly LinePattern[], times: number, lines: OfLine): RestrictedDeviance {
	const shrinkages = patterns.map(({ slopes }) => lineShrinkage(slopes, lines));
	const { means, covariance, determinants } = generalisedMeans(patterns, shrinkages, times);
	const total = { determinants: [0, 0, 0], squares: [0, 0, 0] };
	let squares = 0;
	patterns.forEach((pattern, p) => {
		const { shrink, left, information } = shrinkages[p]!;
		const residuals = residualProducts(pattern, means);
		const ofLine = onLine(pattern.slopes, residuals);
		squares += residuals.reduce((sum, row, a) => sum + row[a]!, 0) - innerProduct(shrink, ofLine);
		add(total.squares, leftAndRight(left, ofLine), -1);
		add(total.determinants, information, pattern.n);
		const meansOf = pattern.times.map((time) => pattern.times.map((other) => covariance[time * times + other]!));
		add(total.determinants, leftAndRight(left, onLine(pattern.slopes, meansOf)), -pattern.n);
	});
	return {
		means,
		covariance,
		determinants,
		determinantsByLine: ofLineFrom(total.determinants),
		squares,
		squaresByLine: ofLineFrom(total.squares),
	};
}

function generalisedMeans(patterns: readonly LinePattern[], shrinkages: readonly LineShrinkage[], times: number) {
	const covariance = new Float64Array(times * times);
	const weighted = new Float64Array(times);
	let determinants = 0;
	patterns.forEach(({ times: at, slopes, n, sums }, p) => {
		const { shrink, determinant } = shrinkages[p]!;
		determinants += n * Math.log(determinant);
		at.forEach((time, a) =>
			at.forEach((other, b) => {
				const weight = (a === b ? 1 : 0) - form(shrink, slopes[a]!, slopes[b]!);
				covariance[time * times + other]! += n * weight;
				weighted[time]! += weight * sums[b]!;
			}),
		);
	});
	for (let time = 0; time < times; time++) determinants += Math.log(sweep(covariance, times, times, time));
	const means = weighted.map((_, i) => weighted.reduce((sum, value, j) => sum + covariance[i * times + j]! * value, 0));
	return { means, covariance, determinants };
}

function form([p, q, r]: OfLine, slope: number, other: number): number {
	return p + q * (slope + other) + r * slope * other;
}

function onLine(slopes: readonly number[], matrix: readonly (readonly number[])[]): OfLine {
	const sums = matrix.map(sumOf);
	const products = matrix.map((row) => sumOf(row.map((value, b) => value * slopes[b]!)));
	return [sumOf(sums), sumOf(products), sumOf(products.map((value, a) => value * slopes[a]!))];
}

function residualProducts({ times, n, sums, crossProducts }: LinePattern, means: Float64Array): readonly (readonly number[])[] {
	const at = times.map((time) => means[time]!);
	return crossProducts.map((row, a) => row.map((product, b) => product - at[a]! * sums[b]! - sums[a]! * at[b]! + n * at[a]! * at[b]!));
}

function innerProduct(a: OfLine, b: OfLine): number {
	return a[0] * b[0] + 2 * a[1] * b[1] + a[2] * b[2];
}

function add(total: number[], matrix: OfLine, weight: number): void {
	matrix.forEach((value, i) => (total[i]! += weight * value));
}

function ofLineFrom([variance = 0, covariance = 0, slope = 0]: readonly number[]): OfLine {
	return [variance, covariance, slope];
}

function sumOf(values: readonly number[]): number {
	return values.reduce((sum, value) => sum + value, 0);
}
