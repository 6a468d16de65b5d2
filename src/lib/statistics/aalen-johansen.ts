import { pairCovariances, type CoursePair } from './course-influence.ts';
import { logLogLimits } from './log-log-limits.ts';

/**
 * What happened at one time: how many had each of the competing events, and how many were seen without any for the last time. `atRisk`
 * counts those observed there, where that is not everyone who had not ended before.
 */
export type CompetingCount = Readonly<{ time: number; events: readonly number[]; censored: number; atRisk?: number }>;

export type StateProbability = Readonly<{ estimate: number; se: number; lower?: number; upper?: number }>;

/** `states[0]` is the chance of no event yet; `states[j]` that of having had event j, counted from 1, first. */
export type StatePoint = Readonly<{ time: number; atRisk: number; states: readonly StateProbability[] }>;

/**
 * Aalen–Johansen estimate of the chances of competing events, each of which ends what is observed.
 *
 * One point for each time of `counts`, in their order, which is ascending, as long as anyone is at risk; every row counts the same
 * number of kinds of event. The chances at a time add up to 1. Standard errors by the Greenwood-type recursion for the
 * multinomial increments of the state vector; log-log limits, left out where the estimate is 0 or 1. Assumes that those
 * censored, and those not observed at a time (`atRisk`), would have done as those who were; the competing events are not treated as
 * censoring. Courses of one patient need not be independent where `pairs` holds each two of them (infinitesimal jackknife by patient).
 * Empty for nobody.
 *
 * Aalen OO, Johansen S (1978). An empirical transition matrix for non-homogeneous Markov chains. Scand J Stat 5:141–150.
 * Andersen PK et al (1993). Statistical Models Based on Counting Processes, section IV.4.1.
 * R: `survival::survfit(Surv(time, factor(event)) ~ 1, conf.type = 'log-log')`; with pairs
 * `sqrt(colSums(rowsum(influence, patient)^2))` of its `influence.pstate`; with atRisk `Surv(start, stop, factor(event))`, a row for each
 * time at which a course is observed
 */
export function aalenJohansen(counts: readonly CompetingCount[], level = 0.95, pairs: readonly CoursePair[] = []): StatePoint[] {
	const kinds = counts[0]?.events.length ?? 0;
	const points: StatePoint[] = [];
	let left = counts.reduce((sum, { events, censored }) => sum + total(events) + censored, 0);
	let chances = [1, ...Array.from({ length: kinds }, () => 0)];
	let covariance = chances.map(() => chances.map(() => 0));
	const within = pairCovariances(counts, pairs);
	for (const { time, events, censored, atRisk = left } of counts) {
		if (events.length !== kinds) throw new RangeError(`events must be ${kinds} at every time: ${events.length}`);
		if (atRisk === 0) break;
		const hazards = [-total(events) / atRisk, ...events.map((count) => count / atRisk)];
		covariance = propagate(covariance, hazards, chances[0]!, atRisk);
		chances = chances.map((chance, state) => chance + chances[0]! * hazards[state]!);
		const variance = (state: number) => Math.max(0, covariance[state]![state]! + within[points.length]![state]!);
		points.push({ time, atRisk, states: chances.map((chance, state) => probability(chance, Math.sqrt(variance(state)), level)) });
		left -= total(events) + censored;
	}
	return points;
}

/** Covariance after a step: what was uncertain is carried along, and the hazards of this time add their own. */
function propagate(covariance: readonly (readonly number[])[], hazards: readonly number[], inCare: number, atRisk: number): number[][] {
	const own = (i: number, j: number) => {
		if (i === 0 && j === 0) return -hazards[0]! * (1 + hazards[0]!);
		if (i === 0 || j === 0) return -hazards[i + j]! * (1 + hazards[0]!);
		return (i === j ? hazards[i]! : 0) - hazards[i]! * hazards[j]!;
	};
	return covariance.map((row, i) =>
		row.map((before, j) => {
			const carried = before + hazards[i]! * covariance[0]![j]! + hazards[j]! * row[0]! + hazards[i]! * hazards[j]! * covariance[0]![0]!;
			return carried + (inCare * inCare * own(i, j)) / atRisk;
		}),
	);
}

// a chance that is 0 or 1 but for rounding has no limits
function probability(chance: number, se: number, level: number): StateProbability {
	const estimate = Math.abs(chance) < 1e-12 ? 0 : Math.abs(1 - chance) < 1e-12 ? 1 : chance;
	return { estimate, se, ...logLogLimits(estimate, se, level) };
}

function total(events: readonly number[]): number {
	return events.reduce((sum, count) => sum + count, 0);
}
