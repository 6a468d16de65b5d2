import { reducedInverse } from './reduced-inverse.ts';

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
	const rows = rowsOf(cells, size);
	let coefficients = new Float64Array(size);
	for (let iteration = 0; iteration < 60; iteration++) {
		const probabilities = logOdds(rows, coefficients).map((odds) => 1 / (1 + Math.exp(-odds)));
		if (probabilities.some((p) => p < 1e-8 || p > 1 - 1e-8)) return separated;
		const { inverse, aliased } = reducedInverse(information(rows, probabilities), size);
		const step = newtonStep(rows, probabilities, inverse);
		if (step.every((each) => Math.abs(each) < 1e-10)) {
			return { coefficients: [...coefficients].map((each, j) => (aliased[j]! ? undefined : each)), covariance: inverse, probabilities: [...probabilities] };
		}
		coefficients = stepped(rows, coefficients, step);
	}
	return separated;
}

/** The cells, and where the predictors that are not 0 stand in `columns` and `values`: those of cell c from `starts[c]` up to `starts[c + 1]`. */
type Rows = Readonly<{ cells: readonly EventCell[]; size: number; starts: Int32Array; columns: Int32Array; values: Float64Array }>;

function rowsOf(cells: readonly EventCell[], size: number): Rows {
	const kept = cells.map(({ x }) => [...x.keys()].filter((column) => x[column] !== 0));
	const starts = new Int32Array(cells.length + 1);
	kept.forEach((columns, cell) => (starts[cell + 1] = starts[cell]! + columns.length));
	return { cells, size, starts, columns: Int32Array.from(kept.flat()), values: Float64Array.from(kept.flatMap((columns, cell) => columns.map((column) => cells[cell]!.x[column]!))) };
}

function logOdds({ cells, starts, columns, values }: Rows, coefficients: Float64Array): Float64Array {
	const odds = new Float64Array(cells.length);
	for (let cell = 0; cell < cells.length; cell++) for (let at = starts[cell]!; at < starts[cell + 1]!; at++) odds[cell]! += values[at]! * coefficients[columns[at]!]!;
	return odds;
}

function information({ cells, size, starts, columns, values }: Rows, probabilities: Float64Array): Float64Array {
	const found = new Float64Array(size * size);
	cells.forEach(({ n }, cell) => {
		const weight = n * probabilities[cell]! * (1 - probabilities[cell]!);
		for (let a = starts[cell]!; a < starts[cell + 1]!; a++) for (let b = starts[cell]!; b <= a; b++) found[columns[a]! * size + columns[b]!]! += weight * values[a]! * values[b]!;
	});
	for (let i = 0; i < size; i++) for (let j = 0; j < i; j++) found[j * size + i] = found[i * size + j]!;
	return found;
}

function newtonStep({ cells, size, starts, columns, values }: Rows, probabilities: Float64Array, inverse: Float64Array): number[] {
	const score = new Float64Array(size);
	cells.forEach(({ n, events }, cell) => {
		const beyond = events - n * probabilities[cell]!;
		for (let at = starts[cell]!; at < starts[cell + 1]!; at++) score[columns[at]!]! += values[at]! * beyond;
	});
	return Array.from({ length: size }, (_, j) => score.reduce((sum, value, k) => sum + inverse[j * size + k]! * value, 0));
}

function stepped(rows: Rows, from: Float64Array, step: readonly number[]): Float64Array<ArrayBuffer> {
	const start = logLikelihood(rows, from);
	for (let factor = 1; ; factor /= 2) {
		const to = Float64Array.from(from, (value, j) => value + factor * step[j]!);
		if (factor < 1e-6 || logLikelihood(rows, to) >= start - 1e-9 * Math.abs(start)) return to;
	}
}

function logLikelihood(rows: Rows, coefficients: Float64Array): number {
	return logOdds(rows, coefficients).reduce((sum, odds, cell) => sum + rows.cells[cell]!.events * odds - rows.cells[cell]!.n * (Math.max(odds, 0) + Math.log1p(Math.exp(-Math.abs(odds)))), 0);
}
