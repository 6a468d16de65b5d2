import type { CompetingCount } from './aalen-johansen.ts';

/** How one course ended: at `time` with event `event`, counted from 0, or seen there without any for the last time; `missed` are times until then at which it was not observed. */
export type CourseEnding = Readonly<{ time: number; event: number | null; missed?: readonly number[] }>;

/** Two courses of one patient, or `n` such pairs; each pair stands once. */
export type CoursePair = Readonly<{ a: CourseEnding; b: CourseEnding; n: number }>;

/**
 * How much one course moves the Aalen–Johansen estimates (infinitesimal jackknife).
 *
 * For `counts` as `aalenJohansen` takes them, a function from how a course ended to a row for each time and in it a number for each
 * state, the first that of no event yet: the derivative of the estimate with respect to the weight of that course, worked out once for equal endings. Their squares
 * summed over courses are the variances of `aalenJohansen` where no course is missed at a time, and in the mean where some are; the
 * products of two courses of a patient are what those variances miss.
 *
 * Therneau TM, Grambsch PM (2000). Modeling Survival Data, section 7.2. Andersen PK et al (1993). Statistical Models Based on
 * Counting Processes, section IV.4.1.
 * R: `survival::survfit(Surv(time, factor(event)) ~ 1, id = id, influence = TRUE)$influence.pstate`
 */
export function courseInfluence(counts: readonly CompetingCount[]): (ending: CourseEnding) => readonly (readonly number[])[] {
	const steps = stepsOf(counts);
	const known = new Map<string, readonly (readonly number[])[]>();
	return (ending) => {
		const name = `${ending.time} ${ending.event} ${ending.missed?.join() ?? ''}`;
		const before = known.get(name);
		if (before !== undefined) return before;
		const rows = influenceOf(ending, steps);
		known.set(name, rows);
		return rows;
	};
}

/**
 * What the variances of `aalenJohansen` lack where patients have several courses: twice the sum over `pairs` of the products of
 * their influences, a row for each time and in it a number for each state.
 * R: `colSums(rowsum(u, patient)^2) - colSums(u^2)` of the influences u of a state
 */
export function pairCovariances(counts: readonly CompetingCount[], pairs: readonly CoursePair[]): number[][] {
	const influence = courseInfluence(counts);
	const sums = counts.map(({ events }) => [0, ...events.map(() => 0)]);
	for (const { a, b, n } of pairs) {
		const ofA = influence(a);
		const ofB = influence(b);
		for (let row = 0; row < ofA.length; row++) for (let state = 0; state < ofA[row]!.length; state++) sums[row]![state]! += 2 * n * ofA[row]![state]! * ofB[row]![state]!;
	}
	return sums;
}

type Step = Readonly<{ time: number; atRisk: number; inCare: number; hazards: readonly number[] }>;

function influenceOf({ time: end, event, missed = [] }: CourseEnding, steps: readonly Step[]): readonly (readonly number[])[] {
	let moved = [0, ...(steps[0]?.hazards ?? []).map(() => 0)];
	return steps.map(({ time, atRisk, inCare, hazards }) => {
		const own = hazards.map((hazard, kind) => (time > end || missed.includes(time) ? 0 : (inCare * ((time === end && kind === event ? 1 : 0) - hazard)) / atRisk));
		const carried = moved[0]!;
		const events = hazards.map((hazard, kind) => moved[kind + 1]! + carried * hazard + own[kind]!);
		moved = [carried * (1 - total(hazards)) - total(own), ...events];
		return moved;
	});
}

function stepsOf(counts: readonly CompetingCount[]): readonly Step[] {
	const steps: Step[] = [];
	let left = counts.reduce((sum, { events, censored }) => sum + total(events) + censored, 0);
	let inCare = 1;
	for (const { time, events, censored, atRisk = left } of counts) {
		if (atRisk === 0) break;
		const hazards = events.map((count) => count / atRisk);
		steps.push({ time, atRisk, inCare, hazards });
		inCare *= 1 - total(hazards);
		left -= total(events) + censored;
	}
	return steps;
}

function total(values: readonly number[]): number {
	return values.reduce((sum, value) => sum + value, 0);
}
