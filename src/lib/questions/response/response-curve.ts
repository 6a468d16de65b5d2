import type { StateProbability } from '#lib/statistics/aalen-johansen.ts';
import { kaplanMeier, type SurvivalPoint } from '#lib/statistics/kaplan-meier.ts';
import { courseCounts } from '../course-counts.ts';
import type { Courses } from '../courses.ts';
import { responseCounts, responsePairs } from '../response-counts.ts';
import { stateChances } from '../state-chances.ts';
import type { Chance, ResponseGroup, ResponsePoint } from './result.ts';

export type ResponseCurve = Readonly<{ points: readonly ResponsePoint[]; median: ResponseGroup['median'] }>;

/** Response by session, a point for each session at which the courses went on; nothing is withheld yet. */
export function responseCurve(courses: Courses): ResponseCurve {
	const fit = kaplanMeier(responseCounts(courseCounts(courses)), 0.95, responsePairs(courses));
	if (fit === undefined) return { points: [], median: null };
	const states = stateChances(courses);
	const { estimate = null, lower = null, upper = null } = fit.median;
	return { points: fit.points.map((point) => pointOf(point, states.get(point.time)?.map(chance) ?? [])), median: { estimate, lower, upper } };
}

function pointOf({ time, atRisk, events, censored, survival, se, lower, upper }: SurvivalPoint, [inCare, responded, left, discharged]: readonly Chance[]): ResponsePoint {
	return {
		session: time,
		inCare: atRisk - events - censored,
		responded: { estimate: 1 - survival, se, lower: upper === undefined ? null : 1 - upper, upper: lower === undefined ? null : 1 - lower },
		states: inCare === undefined || responded === undefined || left === undefined || discharged === undefined ? null : { inCare, responded, left, discharged },
		suppressed: false,
	};
}

function chance({ estimate, se, lower, upper }: StateProbability): Chance {
	return { estimate, se, lower: lower ?? null, upper: upper ?? null };
}
