import type { LinearInfluence } from './pair-sum.ts';
import { quadraticForm } from './quadratic-form.ts';
import { reducedInverse } from './reduced-inverse.ts';
import { weightedProducts } from './weighted-products.ts';

/** Scores that share the predictors `x`: how many, their sum, and the sum of their squares. */
export type ScoreCell = Readonly<{ x: readonly number[]; n: number; sum: number; squares: number }>;

/**
 * `covariance` is row-major; a predictor that earlier ones determine has no coefficient, and a covariance of 0. `influences` are how far a score of
 * each cell moves a coefficient, given by its place; their squares add up to its variance.
 */
export type LeastSquares = Readonly<{
	coefficients: readonly (number | undefined)[];
	covariance: Float64Array;
	influences: (coefficient: number) => LinearInfluence[];
	n: number;
	df: number;
}>;

/**
 * Least squares with a covariance that holds where the spread differs between patients (HC3).
 *
 * Estimates the coefficients of the linear regression of a score on the predictors `x` (1 first, for the intercept; centre
 * what is far from 0), from sums per distinct `x`, which lose nothing: residual sums of squares and leverages are the same for all
 * who share an `x`. Assumes independent scores and the linear mean, not equal variances. Each squared residual is divided by the square
 * of 1 − leverage; a score of leverage 1 (alone in its category) is fitted exactly and says nothing of the others, so it
 * adds 0. A `reason` where scores do not outnumber coefficients.
 *
 * MacKinnon JG, White H (1985). J Econom 29:305–325. Long JS, Ervin LH (2000). Am Stat 54:217–224.
 * R: `fit <- lm(y ~ x)`, `sandwich::vcovHC(fit, "HC3")`, df `fit$df.residual`; influences `estfun(fit) / (1 - hatvalues(fit)) %*% bread(fit) / n`
 */
export function leastSquares(cells: readonly ScoreCell[]): LeastSquares | Readonly<{ reason: string }> {
	const size = cells[0]?.x.length ?? 0;
	const rows = cells.map(({ x }) => x);
	const { inverse, aliased } = reducedInverse(weightedProducts(rows, cells.map(({ n }) => n), size), size);
	const n = cells.reduce((total, cell) => total + cell.n, 0);
	const df = n - aliased.filter((each) => !each).length;
	if (!(df > 0)) return { reason: 'there are no more scores than coefficients' };
	const estimates = Array.from({ length: size }, (_, j) => cells.reduce((total, { x, sum }) => total + sum * rowTimes(inverse, j, x), 0));
	const meat = weightedProducts(rows, cells.map((cell) => scaledResidual(cell, estimates, quadraticForm(inverse, cell.x, cell.x))), size);
	const influences = (j: number) => cells.map((cell) => influenceOf(cell, estimates, rowTimes(inverse, j, cell.x), quadraticForm(inverse, cell.x, cell.x)));
	return { coefficients: estimates.map((each, j) => (aliased[j]! ? undefined : each)), covariance: sandwich(inverse, meat, size), influences, n, df };
}

function rowTimes(matrix: Float64Array, row: number, x: readonly number[]): number {
	return x.reduce((total, value, j) => total + matrix[row * x.length + j]! * value, 0);
}

function scaledResidual({ x, n, sum, squares }: ScoreCell, estimates: readonly number[], leverage: number): number {
	if (1 - leverage < 1e-9) return 0;
	const fitted = valueAt(x, estimates);
	const residual = Math.max(0, squares - sum * (sum / n)) + n * (sum / n - fitted) ** 2;
	return residual / (1 - leverage) ** 2;
}

function influenceOf({ x }: ScoreCell, estimates: readonly number[], pull: number, leverage: number): LinearInfluence {
	const slope = 1 - leverage < 1e-9 ? 0 : pull / (1 - leverage);
	return { slope, offset: -slope * valueAt(x, estimates) };
}

function valueAt(x: readonly number[], estimates: readonly number[]): number {
	return x.reduce((total, value, j) => total + value * estimates[j]!, 0);
}

function sandwich(bread: Float64Array, meat: Float64Array, size: number): Float64Array {
	const row = (i: number) => bread.subarray(i * size, (i + 1) * size);
	return Float64Array.from({ length: size * size }, (_, at) => quadraticForm(meat, row(Math.floor(at / size)), row(at % size)));
}
