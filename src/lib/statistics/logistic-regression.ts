import { reducedInverse } from './reduced-inverse.ts';
import { weightedProducts } from './weighted-products.ts';

/** Patients that share the predictors `x`: how many, and how many of them had the event. */
export type EventCell = Readonly<{ x: readonly number[]; n: number; events: number }>;

/** `probabilities` are fitted, one a cell; `covariance` is row-major, 0 for a predictor without a coefficient. */
export type LogisticRegression = Readonly<{ coefficients: readonly (number | undefined)[]; covariance: Float64Array; probabilities: readonly number[] }>;

/**
 * Logistic regression by maximum likelihood.
 *
 * Estimates how the log odds of an event depend on the predictors `x` (1 first, for the intercept; centre what is far from
 * 0), from counts per distinct `x`. Newton's method, halving a step that lowers the likelihood; a predictor that earlier ones determine has
 * no coefficient. Assumes independent patients and the linear log odds. A `reason` where some combination of predictors separates those
 * with the event from those without, so that no finite coefficients exist, or where one of the two is empty.
 *
 * McCullagh P, Nelder JA (1989). Generalized Linear Models, 2nd ed. Albert A, Anderson JA (1984). Biometrika 71:1–10.
 * R: `glm(cbind(events, n - events) ~ x, binomial)`, `vcov` at the fitted probabilities
 */
export function logisticRegression(cells: readonly EventCell[]): LogisticRegression | Readonly<{ reason: string }> {
	const separated = { reason: 'the predictors separate those with the event from those without' };
	const size = cells[0]?.x.length ?? 0;
	const total = cells.reduce((sum, { n }) => sum + n, 0);
	const events = cells.reduce((sum, cell) => sum + cell.events, 0);
	if (events === 0 || events === total) return { reason: 'all patients are in one group' };
	let coefficients = new Float64Array(size);
	for (let iteration = 0; iteration < 60; iteration++) {
		const probabilities = cells.map(({ x }) => probability(x, coefficients));
		if (probabilities.some((p) => p < 1e-8 || p > 1 - 1e-8)) return separated;
		const { inverse, aliased } = information(cells, probabilities, size);
		const step = newtonStep(cells, probabilities, inverse, size);
		if (step.every((each) => Math.abs(each) < 1e-10)) {
			return { coefficients: [...coefficients].map((each, j) => (aliased[j]! ? undefined : each)), covariance: inverse, probabilities };
		}
		coefficients = stepped(cells, coefficients, step);
	}
	return separated;
}

function probability(x: readonly number[], coefficients: Float64Array): number {
	return 1 / (1 + Math.exp(-x.reduce((sum, value, j) => sum + value * coefficients[j]!, 0)));
}

function information(cells: readonly EventCell[], probabilities: readonly number[], size: number) {
	const weights = cells.map(({ n }, cell) => n * probabilities[cell]! * (1 - probabilities[cell]!));
	return reducedInverse(weightedProducts(cells.map(({ x }) => x), weights, size), size);
}

function newtonStep(cells: readonly EventCell[], probabilities: readonly number[], inverse: Float64Array, size: number): number[] {
	const score = new Float64Array(size);
	cells.forEach(({ x, n, events }, cell) => x.forEach((value, j) => (score[j]! += value * (events - n * probabilities[cell]!))));
	return Array.from({ length: size }, (_, j) => score.reduce((sum, value, k) => sum + inverse[j * size + k]! * value, 0));
}

function stepped(cells: readonly EventCell[], from: Float64Array, step: readonly number[]): Float64Array<ArrayBuffer> {
	const start = logLikelihood(cells, from);
	for (let factor = 1; ; factor /= 2) {
		const to = Float64Array.from(from, (value, j) => value + factor * step[j]!);
		if (factor < 1e-6 || logLikelihood(cells, to) >= start - 1e-9 * Math.abs(start)) return to;
	}
}

function logLikelihood(cells: readonly EventCell[], coefficients: Float64Array): number {
	return cells.reduce((sum, { x, n, events }) => {
		const odds = x.reduce((total, value, j) => total + value * coefficients[j]!, 0);
		return sum + events * odds - n * (Math.max(odds, 0) + Math.log1p(Math.exp(-Math.abs(odds))));
	}, 0);
}
