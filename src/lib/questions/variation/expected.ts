import { leastSquares } from '#lib/statistics/least-squares.ts';
import { logisticRegression } from '#lib/statistics/logistic-regression.ts';
import { caseMixPredictors, type CaseMix } from './case-mix.ts';

/** Episodes of one case mix under one clinic and therapist: how many, and the sum and sum of squares of their outcome. */
export type Pattern = CaseMix & Readonly<{ clinic: string | null; therapist: string | null; n: number; sum: number; squares: number }>;

/** `expected`, and `of` a case mix that is among them, is the mean outcome that the case mix alone predicts; `sd` the spread about it of changes, 0.5 for yes or no on the arcsine scale. */
export type Expectations = Readonly<{ patterns: readonly (Pattern & Readonly<{ expected: number }>)[]; of: (caseMix: CaseMix) => number; mean: number; sd: number }>;

/** Expectation of a yes-or-no outcome: `sum` counts the yes. */
export function expectedProportions(all: readonly Pattern[]): Expectations | Readonly<{ reason: string }> {
	const cells = byCaseMix(all);
	if (cells.every(({ sum }) => sum === 0) || cells.every(({ n, sum }) => sum === n)) return { reason: 'all episodes have the same outcome' };
	const predictors = caseMixPredictors(cells.map((cell) => ({ ...cell, support: [cell.sum, cell.n - cell.sum] })));
	const fit = logisticRegression(cells.map(({ n, sum }, cell) => ({ x: predictors[cell] ?? [], n, events: sum })));
	return 'reason' in fit ? fit : expectations(all, cells, fit.probabilities, 0.5);
}

/** Expectation of a score's change. */
export function expectedMeans(all: readonly Pattern[]): Expectations | Readonly<{ reason: string }> {
	const cells = byCaseMix(all);
	const predictors = caseMixPredictors(cells.map((cell) => ({ ...cell, support: [cell.n] })));
	const fit = leastSquares(cells.map((cell, at) => ({ x: predictors[at] ?? [], n: cell.n, sum: cell.sum, squares: cell.squares })));
	if ('reason' in fit) return fit;
	const expected = predictors.map((x) => x.reduce((total, value, j) => total + value * (fit.coefficients[j] ?? 0), 0));
	const residual = cells.reduce((total, { n, sum, squares }, at) => total + squares - 2 * (expected[at] ?? 0) * sum + n * (expected[at] ?? 0) ** 2, 0);
	const total = cells.reduce((sum, { squares }) => sum + squares, 0);
	if (!(residual > 1e-12 * total)) return { reason: 'the case mix leaves no difference between episodes' };
	return expectations(all, cells, expected, Math.sqrt(residual / fit.df));
}

function expectations(all: readonly Pattern[], cells: readonly CaseMix[], expected: readonly number[], sd: number): Expectations {
	const ofCaseMix = new Map(cells.map((cell, at) => [caseMixName(cell), expected[at] ?? 0]));
	const of = (caseMix: CaseMix) => ofCaseMix.get(caseMixName(caseMix)) ?? 0;
	const n = all.reduce((total, pattern) => total + pattern.n, 0);
	return {
		patterns: all.map((pattern) => ({ ...pattern, expected: of(pattern) })),
		of,
		mean: all.reduce((total, { sum }) => total + sum, 0) / n,
		sd,
	};
}

function byCaseMix(all: readonly Pattern[]): (CaseMix & { n: number; sum: number; squares: number })[] {
	const cells = new Map<string, CaseMix & { n: number; sum: number; squares: number }>();
	for (const { condition, chronicity, sex, ageBand, baseline, n, sum, squares } of all) {
		const name = caseMixName({ condition, chronicity, sex, ageBand, baseline });
		const cell = cells.get(name);
		if (cell === undefined) {
			cells.set(name, { condition, chronicity, sex, ageBand, baseline, n, sum, squares });
			continue;
		}
		cell.n += n;
		cell.sum += sum;
		cell.squares += squares;
	}
	return [...cells.values()];
}

/** Equal for equal case mixes. */
function caseMixName({ condition, chronicity, sex, ageBand, baseline }: CaseMix): string {
	return `${condition}\n${chronicity}\n${sex}\n${ageBand}\n${baseline}`;
}
