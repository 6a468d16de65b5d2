import { logisticRegression, type LogisticRegression } from './logistic-regression.ts';
import type { LinearInfluence } from './pair-sum.ts';
import { quadraticForm } from './quadratic-form.ts';

/** Scores of one group: how many, their sum, and the sum of their squares. */
export type ScoreSums = Readonly<{ n: number; sum: number; squares: number }>;

/** Patients of both groups that share the covariates `x`. */
export type GroupsCell = Readonly<{ x: readonly number[]; first: ScoreSums; second: ScoreSums }>;

/**
 * `propensities`, one a cell, are the chances of the first group by `model`, which serves for other scores of the same patients too; `effective` numbers are Kish's, first and second. `influences` are how
 * far a score of each cell moves the difference, of the first group and of the second; their squares add up to its variance.
 */
export type OverlapWeighted = Readonly<{
	model: LogisticRegression;
	difference: number;
	se: number;
	means: readonly [number, number];
	effective: readonly [number, number];
	propensities: readonly number[];
	influences: readonly (readonly [LinearInfluence, LinearInfluence])[];
}>;

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
export function overlapWeights(cells: readonly GroupsCell[], model = chancesOfFirst(cells)): OverlapWeighted | Readonly<{ reason: string }> {
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
	const pulls = cells.map(({ x }, i) => {
		const e = probabilities[i]!;
		const fitted = quadraticForm(covariance, x, slope);
		const rest = 1 - e * (1 - e) * quadraticForm(covariance, x, x);
		return [{ a: (1 - e) / first.weight / rest, c: (-(1 - e) * fitted) / rest }, { a: -e / second.weight / rest, c: (e * fitted) / rest }] as const;
	});
	const variance = cells.reduce((total, cell, i) => total + squared(cell.first, first.mean, pulls[i]![0]) + squared(cell.second, second.mean, pulls[i]![1]), 0);
	return {
		difference: first.mean - second.mean,
		se: Math.sqrt(Math.max(0, variance)),
		means: [first.mean, second.mean],
		effective: [first.weight ** 2 / first.squares, second.weight ** 2 / second.squares],
		model,
		propensities: probabilities,
		influences: pulls.map(([ofFirst, ofSecond]) => [linear(ofFirst, first.mean), linear(ofSecond, second.mean)]),
	};
}

function chancesOfFirst(cells: readonly GroupsCell[]): LogisticRegression | Readonly<{ reason: string }> {
	return logisticRegression(cells.map(({ x, first, second }) => ({ x, n: first.n + second.n, events: first.n })));
}

function weightedGroup(groups: readonly ScoreSums[], weights: readonly number[]) {
	const sumOf = (each: (group: ScoreSums, weight: number) => number) => groups.reduce((sum, group, i) => sum + each(group, weights[i]!), 0);
	const weight = sumOf(({ n }, w) => n * w);
	return { weight, mean: sumOf(({ sum }, w) => w * sum) / weight, squares: sumOf(({ n }, w) => n * w * w) };
}

function away({ n, sum }: ScoreSums, mean: number): number {
	return sum - n * mean;
}

type Pull = Readonly<{ a: number; c: number }>;

/** a·(y − mean) + c of a score y. */
function linear({ a, c }: Pull, mean: number): LinearInfluence {
	return { slope: a, offset: c - a * mean };
}

/** Σ (a·(y − mean) + c)² over the scores y of a group. */
function squared(group: ScoreSums, mean: number, { a, c }: Pull): number {
	const { n, squares, sum } = group;
	return a * a * (squares - 2 * mean * sum + n * mean * mean) + 2 * a * c * away(group, mean) + n * c * c;
}
