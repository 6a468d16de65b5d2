import { logisticRegression } from './logistic-regression.ts';
import { quadraticForm } from './quadratic-form.ts';

/** Scores of one group: how many, their sum, and the sum of their squares. */
export type ScoreSums = Readonly<{ n: number; sum: number; squares: number }>;

/** Patients of both groups that share the covariates `x`. */
export type GroupsCell = Readonly<{ x: readonly number[]; first: ScoreSums; second: ScoreSums }>;

/** `propensities`, one a cell, are the fitted chances of the first group; `effective` numbers are Kish's, first and second. */
export type OverlapWeighted = Readonly<{ difference: number; se: number; means: readonly [number, number]; effective: readonly [number, number]; propensities: readonly number[] }>;

/**
 * Difference of two groups' mean scores among patients who could have been in either (overlap weights).
 *
 * Estimates the weighted mean of the first group less that of the second, patients of the first weighing 1 − e and those of the second e,
 * where e is the chance of the first group given the covariates `x` (1 first, for the intercept), fitted by logistic regression. The
 * weighted groups have exactly equal means of every covariate in `x`. The standard error is that of the stacked estimating
 * equations, so it treats e as estimated; each patient's part is divided by 1 − leverage in the logistic model, without which normal
 * intervals of 100 patients with a dozen covariates cover 92 % instead of 95 %. Assumes that what decided the group and also matters for
 * the score is in `x`, and independent patients. A `reason` where e cannot be fitted: an empty group, or covariates that separate the groups.
 *
 * Li F, Morgan KL, Zaslavsky AM (2018). J Am Stat Assoc 113:390–400. Li F, Thomas LE, Li F (2019). Am J Epidemiol 188:250–257.
 * Mancl LA, DeRouen TA (2001). Biometrics 57:126–134 (the division).
 * R: `e <- fitted(glm(z ~ x, binomial))`, `weighted.mean`; standard error from `numDeriv::jacobian` of the stacked equations and `hatvalues`
 */
export function overlapWeights(cells: readonly GroupsCell[]): OverlapWeighted | Readonly<{ reason: string }> {
	const model = logisticRegression(cells.map(({ x, first, second }) => ({ x, n: first.n + second.n, events: first.n })));
	if ('reason' in model) return model;
	const { probabilities, covariance } = model;
	const first = weightedGroup(cells.map((cell) => cell.first), probabilities.map((e) => 1 - e));
	const second = weightedGroup(cells.map((cell) => cell.second), probabilities);
	const size = cells[0]?.x.length ?? 0;
	const slope = new Float64Array(size);
	cells.forEach((cell, i) => {
		const spread = probabilities[i]! * (1 - probabilities[i]!);
		const pull = spread * (away(cell.first, first.mean) / first.weight + away(cell.second, second.mean) / second.weight);
		cell.x.forEach((value, j) => (slope[j]! += pull * value));
	});
	const variance = cells.reduce((total, cell, i) => {
		const e = probabilities[i]!;
		const fitted = quadraticForm(covariance, cell.x, slope);
		const leverage = e * (1 - e) * quadraticForm(covariance, cell.x, cell.x);
		const spread = squared(cell.first, first.mean, (1 - e) / first.weight, -(1 - e) * fitted) + squared(cell.second, second.mean, -e / second.weight, e * fitted);
		return total + spread / (1 - leverage) ** 2;
	}, 0);
	return {
		difference: first.mean - second.mean,
		se: Math.sqrt(variance),
		means: [first.mean, second.mean],
		effective: [first.weight ** 2 / first.squares, second.weight ** 2 / second.squares],
		propensities: probabilities,
	};
}

function weightedGroup(groups: readonly ScoreSums[], weights: readonly number[]) {
	const sumOf = (each: (group: ScoreSums, weight: number) => number) => groups.reduce((sum, group, i) => sum + each(group, weights[i]!), 0);
	const weight = sumOf(({ n }, w) => n * w);
	return { weight, mean: sumOf(({ sum }, w) => w * sum) / weight, squares: sumOf(({ n }, w) => n * w * w) };
}

function away({ n, sum }: ScoreSums, mean: number): number {
	return sum - n * mean;
}

/** Σ (a·(y − mean) + c)² over the scores y of a group. */
function squared(group: ScoreSums, mean: number, a: number, c: number): number {
	const { n, squares, sum } = group;
	return a * a * (squares - 2 * mean * sum + n * mean * mean) + 2 * a * c * away(group, mean) + n * c * c;
}
