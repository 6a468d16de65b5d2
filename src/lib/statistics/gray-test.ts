import type { CompetingCount } from './aalen-johansen.ts';
import { scoreTest, type ScoreTest } from './score-test.ts';

/**
 * Gray's test of whether groups differ in the cumulative chance of the first of several competing events.
 *
 * `groups` holds the counts of each group by time; the event tested is `events[0]`, all others compete with it. Unlike the
 * log-rank test it does not treat who had a competing event as if the event could still come: it compares the
 * subdistributions. Assumes that those censored would have gone on as those who stayed. A reason in words instead of a
 * test where there are no two groups at risk together.
 *
 * Gray RJ (1988). A class of K-sample tests for comparing the cumulative incidence of a competing risk. Ann Stat
 * 16:1141–1154, with ρ = 0 and the corrections for ties of its author's program.
 * R: `cmprsk::cuminc(time, event, group)$Tests[1, ]`
 */
export function grayTest(groups: readonly (readonly CompetingCount[])[]): ScoreTest | Readonly<{ reason: string }> {
	const present = groups.filter((counts) => counts.length > 0);
	const times = [...new Set(present.flatMap((counts) => counts.map(({ time }) => time)))].sort((a, b) => a - b);
	const states = present.map(start);
	const sums: Sums = { incidence: 0, scores: present.map(() => 0), slopes: square(present.length), covariance: square(present.length) };
	for (const time of times) step(states, sums, present.map((counts) => seenAt(counts, time)));
	const covariance = sums.covariance.map((row, i) => row.map((value, j) => value + carried(states, sums.slopes, i, j)));
	return scoreTest(sums.scores.slice(1), covariance.slice(1).map((row) => row.slice(1)));
}

/** A group as it is just before a time; `spread` and `cross` gather the variance that later slopes multiply. */
type State = { atRisk: number; free: number; incidence: number; spread: number; readonly cross: number[] };
type Sums = { incidence: number; readonly scores: number[]; readonly slopes: number[][]; readonly covariance: number[][] };
type Seen = Readonly<{ first: number; other: number; censored: number }>;

function step(states: readonly State[], sums: Sums, seen: readonly Seen[]): void {
	const d = seen.reduce((sum, { first }) => sum + first, 0);
	const weights = states.map(({ atRisk, free }) => (atRisk > 0 ? atRisk / free : 0));
	const weight = total(weights);
	if (weight > 0 && seen.some(({ first, other }) => first + other > 0)) {
		const shares = states.map(({ incidence }, i) => weights[i]! * (1 - incidence));
		shares.forEach((share, i) => (sums.scores[i]! += seen[i]!.first - (d * share) / total(shares)));
		const influence = states.map((_, i) => states.map((__, j) => weights[i]! * ((i === j ? 1 : 0) - weights[j]! / weight)));
		influence.forEach((row, i) => row.forEach((value, j) => (sums.slopes[i]![j]! += (value * d) / (weight * (1 - sums.incidence)))));
		sums.incidence += d / weight;
		states.forEach((state, k) => state.atRisk > 0 && add(state, k, sums, seen[k]!, d, weight, influence));
	}
	states.forEach((state, k) => pass(state, seen[k]!));
}

/** Adds what group k contributes to the covariance at one time, by its two kinds of event. */
function add(state: State, k: number, sums: Sums, { first, other }: Seen, d: number, weight: number, influence: readonly (readonly number[])[]): void {
	const { atRisk, free } = state;
	const freeAfter = (free * (atRisk - first - other)) / atRisk;
	const remaining = 1 - sums.incidence;
	const ratio = freeAfter > 0 ? remaining / freeAfter : 0;
	const ties = d > 1 ? 1 - (d - 1) / (weight * free - 1) : 1;
	contribute(state, k, sums, (ties * free * d) / (weight * atRisk), 1 - ratio, influence.map((row) => row[k]!));
	if (freeAfter <= 0 || other === 0) return;
	const otherTies = other > 1 ? 1 - (other - 1) / (atRisk - 1) : 1;
	contribute(state, k, sums, (free * free * other * otherTies) / (atRisk * atRisk), -ratio, influence.map(() => 0));
}

function contribute(state: State, k: number, { slopes, covariance }: Sums, variance: number, lever: number, influence: readonly number[]): void {
	const terms = influence.map((value, i) => value - lever * slopes[i]![k]!);
	state.spread += lever * lever * variance;
	terms.forEach((term, i) => {
		state.cross[i]! += term * lever * variance;
		terms.forEach((each, j) => (covariance[i]![j]! += term * each * variance));
	});
}

function pass(state: State, { first, other, censored }: Seen): void {
	if (state.atRisk === 0) return;
	state.incidence += (state.free * first) / state.atRisk;
	state.free *= (state.atRisk - first - other) / state.atRisk;
	state.atRisk -= first + other + censored;
}

function carried(states: readonly State[], slopes: readonly (readonly number[])[], i: number, j: number): number {
	return states.reduce((sum, { spread, cross }, k) => {
		const [own, others] = [slopes[i]![k]!, slopes[j]![k]!];
		return sum + own * others * spread + own * cross[j]! + others * cross[i]!;
	}, 0);
}

function start(counts: readonly CompetingCount[], _: number, all: readonly unknown[]): State {
	const atRisk = counts.reduce((sum, { events, censored }) => sum + total(events) + censored, 0);
	return { atRisk, free: 1, incidence: 0, spread: 0, cross: all.map(() => 0) };
}

function seenAt(counts: readonly CompetingCount[], time: number): Seen {
	const { events, censored } = counts.find((count) => count.time === time) ?? { events: [], censored: 0 };
	return { first: events[0] ?? 0, other: total(events.slice(1)), censored };
}

function square(size: number): number[][] {
	return Array.from({ length: size }, () => Array.from({ length: size }, () => 0));
}

function total(values: readonly number[]): number {
	return values.reduce((sum, value) => sum + value, 0);
}
