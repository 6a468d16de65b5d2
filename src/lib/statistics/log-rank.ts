import type { EventCount } from './kaplan-meier.ts';
import { scoreTest, type ScoreTest } from './score-test.ts';

export type LogRank = Readonly<{ observed: readonly number[]; expected: readonly number[]; test: ScoreTest | Readonly<{ reason: string }> }>;

/**
 * Log-rank test of whether groups reach an event at the same rate.
 *
 * `groups` holds the counts of each group by time. Compares the observed events of each group with those expected if at every
 * time the events had fallen on the groups in proportion to those at risk; ties by the hypergeometric variance. Assumes that
 * the censored would have gone on as those who stayed, and is at its best where one rate is a constant multiple of the other.
 * A reason in words instead of a test where there are no two groups at risk together.
 *
 * Mantel N (1966). Evaluation of survival data and two new rank order statistics arising in its consideration. Cancer
 * Chemother Rep 50:163–170. Peto R, Peto J (1972). J R Stat Soc A 135:185–207.
 * R: `survival::survdiff(Surv(time, event) ~ group)`
 */
export function logRank(groups: readonly (readonly EventCount[])[]): LogRank {
	const times = [...new Set(groups.flatMap((counts) => counts.map(({ time }) => time)))].sort((a, b) => a - b);
	const observed = groups.map((counts) => counts.reduce((sum, { events }) => sum + events, 0));
	const expected = groups.map(() => 0);
	const variance = groups.map(() => groups.map(() => 0));
	const atRisk = groups.map((counts) => counts.reduce((sum, { events, censored }) => sum + events + censored, 0));
	for (const time of times) {
		const now = groups.map((counts) => counts.find((count) => count.time === time));
		const n = total(atRisk);
		const d = total(now.map((count) => count?.events ?? 0));
		const spread = n > 1 ? (d * (n - d)) / (n - 1) : 0;
		atRisk.forEach((own, i) => {
			expected[i]! += (d * own) / n;
			atRisk.forEach((other, j) => (variance[i]![j]! += (spread * own * ((i === j ? n : 0) - other)) / (n * n)));
		});
		now.forEach((count, i) => (atRisk[i]! -= (count?.events ?? 0) + (count?.censored ?? 0)));
	}
	const scores = observed.map((count, i) => count - expected[i]!).slice(1);
	return { observed, expected, test: scoreTest(scores, variance.slice(1).map((row) => row.slice(1))) };
}

function total(counts: readonly number[]): number {
	return counts.reduce((sum, count) => sum + count, 0);
}
