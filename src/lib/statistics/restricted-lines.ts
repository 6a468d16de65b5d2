import { dampedNewton, type Minimum } from './damped-newton.ts';
import { meanVariancesByLine } from './mean-variances-by-line.ts';
import { quadraticForm } from './quadratic-form.ts';
import { reducedInverse } from './reduced-inverse.ts';
import { restrictedDeviance, type LinePattern, type OfLine } from './restricted-deviance.ts';

/**
 * `lines` is the covariance of level and slope over `residualVariance`, `singular` where it has a variance of 0 or a correlation of ±1;
 * `deviance` is minus twice the restricted log-likelihood.
 */
export type LineFit = Readonly<{
	varying: 'level and slope' | 'level';
	means: Float64Array;
	variances: readonly number[];
	degreesOfFreedom: readonly number[];
	lines: OfLine;
	residualVariance: number;
	singular: boolean;
	deviance: number;
}>;

/**
 * Restricted maximum likelihood of what `restrictedDeviance` describes, with the variances of the means and Satterthwaite's degrees of freedom.
 *
 * `counts` are the scores at each time, above 0; scores and slopes should be standardised. The covariance of the lines is sought by its
 * triangular factor, whose sign does not matter, so that one on the boundary (a variance of 0, a correlation of ±1) is found as any
 * other; from two starts, one with the level before the slope and one after, because a factor is ill suited where its first variance is 0.
 * On the boundary the degrees of freedom leave out what cannot move the variance. Nothing where there is no maximum, or it has next to no
 * residual variance.
 *
 * Bates D et al (2015). J Stat Softw 67(1). Kuznetsova A, Brockhoff PB, Christensen RHB (2017). lmerTest package: tests in linear
 * mixed effects models. J Stat Softw 82(13).
 * R: `lmerTest::lmer(y ~ 0 + factor(time) + (slope | id))`, `coef(summary(fit))`; in linear-mixed-model.R
 */
export function restrictedLines(patterns: readonly LinePattern[], counts: readonly number[], varying: LineFit['varying']): LineFit | undefined {
	const times = counts.length;
	const free = counts.reduce((sum, n) => sum + n, 0) - times;
	const fits = STARTS[varying].map(({ start, order }) => {
		const at = (factor: Float64Array) => {
			const { determinants, determinantsByLine, squares, squaresByLine } = restrictedDeviance(patterns, times, linesOf(factor, order));
			const byLine = determinantsByLine.map((value, i) => value + (free / squares) * squaresByLine[i]!);
			return { value: determinants + free * (1 + Math.log((2 * Math.PI * squares) / free)), gradient: byFactor(byLine, factor, order) };
		};
		return { minimum: dampedNewton(at, Float64Array.from(start), { tolerance: 1e-12, maxSteps: 60 }), order };
	});
	const [best] = fits.filter(({ minimum }) => minimum.converged).sort((a, b) => a.minimum.value - b.minimum.value);
	if (!best) return undefined;
	const fit = described(patterns, best.minimum, best.order, { free, times, varying });
	return usable(fit) ? fit : undefined;
}

type Order = 'level first' | 'slope first';

const STARTS = {
	'level and slope': [{ start: [1, 0, 0.5], order: 'level first' }, { start: [0.3, 0, 0.3], order: 'slope first' }],
	level: [{ start: [1], order: 'level first' }],
} as const;
const LEAST_RESIDUAL = 1e-8;
const SINGULAR = 1e-4;

/** The lines' covariance from its lower triangular factor, row by row; a level alone has no slope. */
function linesOf([first = 0, onFirst = 0, second = 0]: Float64Array, order: Order): OfLine {
	const variances: OfLine = [first * first, first * onFirst, onFirst * onFirst + second * second];
	return order === 'level first' ? variances : [variances[2], variances[1], variances[0]];
}

function byFactor(byLine: readonly number[], factor: Float64Array, order: Order): Float64Array {
	const [ofFirst = 0, ofBoth = 0, ofSecond = 0] = order === 'level first' ? byLine : byLine.toReversed();
	const [first = 0, onFirst = 0, second = 0] = factor;
	return Float64Array.of(2 * (ofFirst * first + ofBoth * onFirst), 2 * (ofBoth * first + ofSecond * onFirst), 2 * ofSecond * second).slice(0, factor.length);
}

function described(
	patterns: readonly LinePattern[],
	{ point, value, hessian }: Minimum,
	order: Order,
	{ free, times, varying }: Readonly<{ free: number; times: number; varying: LineFit['varying'] }>,
): LineFit {
	const lines = linesOf(point, order);
	const { means, covariance, squares, squaresByLine } = restrictedDeviance(patterns, times, lines);
	const byLine = meanVariancesByLine(patterns, covariance, times, lines);
	const residualVariance = squares / free;
	const { inverse } = reducedInverse(hessian, point.length);
	// with the residual variance at its best, that of a mean changes by both; each derivative is of a logarithm
	const withResidual = byFactor(squaresByLine, point, order).map((derivative) => derivative / squares);
	const ratios = byLine.map((_, time) => covariance[time * (times + 1)]!);
	const degreesOfFreedom = byLine.map((change, time) => {
		const relative = byFactor(change, point, order).map((derivative, i) => derivative / ratios[time]! + withResidual[i]!);
		return 1 / (quadraticForm(inverse, relative, relative) + 1 / free);
	});
	const variances = ratios.map((ratio) => ratio * residualVariance);
	return { varying, means, variances, degreesOfFreedom, lines, residualVariance, singular: isSingular(lines, varying), deviance: value };
}

function isSingular([level, both, slope]: OfLine, varying: LineFit['varying']): boolean {
	if (varying === 'level') return !(level > SINGULAR ** 2);
	return !(level > SINGULAR ** 2 && slope > SINGULAR ** 2 && both * both < (1 - SINGULAR ** 2) * level * slope);
}

function usable({ residualVariance, means, variances, degreesOfFreedom }: LineFit): boolean {
	return residualVariance > LEAST_RESIDUAL && means.every(Number.isFinite) && [...variances, ...degreesOfFreedom].every((value) => value > 0 && value < Infinity);
}
