import type { EventCount } from './kaplan-meier.ts';
import { scoreTest, type ScoreTest } from './score-test.ts';

export type LogRank = Readonly<{ observed: readonly number[]; expected: readonly number[]; test: ScoreTest | Readonly<{ reason: string }> }>;

/** How one course of a group, counted from 0, ended: at `time`, with the event or seen there without it for the last time. */
export type GroupedEnding = Readonly<{ group: number; time: number; event: boolean }>;

/** Two courses of one patient, or `n` such pairs; each pair stands once. */
export type GroupedPair = Readonly<{ a: GroupedEnding; b: GroupedEnding; n: number }>;

/**
 * Log-rank test of whether groups reach an event at the same rate.
 *
 * `groups` holds the counts of each group by time. Compares the observed events of each group with those expected if at every
 * time the events had fallen on the groups in proportion to those at risk; ties by the hypergeometric variance. Assumes that
 * the censored would have gone on as those who stayed, and is at its best where one rate is a constant multiple of the other.
 * Courses of one patient need not be independent where `pairs` holds each two of them: the variance then adds the products of their
 * score residuals. A reason in words instead of a test where there are no two groups at risk together, or no variance is left.
 *
 * Mantel N (1966). Evaluation of survival data and two new rank order statistics arising in its consideration. Cancer
 * Chemother Rep 50:163–170. Peto R, Peto J (1972). J R Stat Soc A 135:185–207. Lee EW, Wei LJ, Amato DA (1992). Cox-type regression analysis for
 * large numbers of small groups of correlated failure time observations. In: Survival Analysis: State of the Art. Kluwer, 237–247.
 * R: `survival::survdiff(Surv(time, event) ~ group)`; with pairs `crossprod(rowsum(u, patient)) - crossprod(u)` is added to its `var`, u being
 * `residuals(coxph(Surv(time, event) ~ factor(group), ties = 'breslow', init = 0, iter.max = 0), 'score')`
 */
export function logRank(groups: readonly (readonly EventCount[])[], pairs: readonly GroupedPair[] = []): LogRank {
	const steps = stepsOf(groups);
	const observed = groups.map((counts) => total(counts.map(({ events }) => events)));
	const expected = groups.map((_, i) => total(steps.map(({ d, n, atRisk }) => (d * atRisk[i]!) / n)));
	const variance = groups.map((_, i) => groups.map((__, j) => total(steps.map(({ d, n, atRisk }) => (n > 1 ? (d * (n - d) * atRisk[i]! * ((i === j ? n : 0) - atRisk[j]!)) / (n * n * (n - 1)) : 0)))));
	const scores = observed.map((count, i) => count - expected[i]!).slice(1);
	const alone = scoreTest(scores, withoutFirst(variance));
	if (pairs.length === 0 || 'reason' in alone) return { observed, expected, test: alone };
	const test = scoreTest(scores, withoutFirst(withPairs(variance, steps, pairs)));
	return { observed, expected, test: 'reason' in test ? { reason: 'the courses of the same patients leave no variance to judge by' } : test };
}

type Step = Readonly<{ time: number; d: number; n: number; atRisk: readonly number[] }>;

/** Events and those at risk, all and by group, at each time at which anybody was. */
function stepsOf(groups: readonly (readonly EventCount[])[]): Step[] {
	const times = [...new Set(groups.flatMap((counts) => counts.map(({ time }) => time)))].sort((a, b) => a - b);
	const atRisk = groups.map((counts) => total(counts.map(({ events, censored }) => events + censored)));
	const steps = times.map((time) => {
		const now = groups.map((counts) => counts.find((count) => count.time === time));
		const step = { time, d: total(now.map((count) => count?.events ?? 0)), n: total(atRisk), atRisk: [...atRisk] };
		now.forEach((count, i) => (atRisk[i]! -= (count?.events ?? 0) + (count?.censored ?? 0)));
		return step;
	});
	return steps.filter(({ n }) => n > 0);
}

function withPairs(variance: readonly (readonly number[])[], steps: readonly Step[], pairs: readonly GroupedPair[]): number[][] {
	const sums = variance.map((row) => [...row]);
	for (const { a, b, n } of pairs) {
		const [ofA, ofB] = [residuals(a, steps), residuals(b, steps)];
		sums.forEach((row, i) => row.forEach((_, j) => (row[j]! += n * (ofA[i]! * ofB[j]! + ofB[i]! * ofA[j]!))));
	}
	return sums;
}

/** What one course adds to the score of each group beyond what was to be expected of it. */
function residuals({ group, time: end, event }: GroupedEnding, steps: readonly Step[]): number[] {
	const seen = steps.filter(({ time }) => time <= end);
	return steps[0]?.atRisk.map((_, i) => total(seen.map(({ time, d, n, atRisk }) => ((event && time === end ? 1 : 0) - d / n) * ((i === group ? 1 : 0) - atRisk[i]! / n)))) ?? [];
}

function withoutFirst(matrix: readonly (readonly number[])[]): readonly (readonly number[])[] {
	return matrix.slice(1).map((row) => row.slice(1));
}

function total(counts: readonly number[]): number {
	return counts.reduce((sum, count) => sum + count, 0);
}
