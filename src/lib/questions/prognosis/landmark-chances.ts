import { clusterWilsonInterval } from '#lib/statistics/cluster-wilson-interval.ts';
import { kaplanMeier } from '#lib/statistics/kaplan-meier.ts';
import { courseCounts } from '../course-counts.ts';
import { courseShare } from '../course-share.ts';
import { countCourses, coursesWhere, outcomePairs, type Courses } from '../courses.ts';
import { responseCounts, responsePairs } from '../response-counts.ts';
import { stateChances } from '../state-chances.ts';
import type { Interval, PrognosisWithin } from './result.ts';

/** Chances of a response within so many more sessions, of those who came back after `session` without one; null where nobody was followed so long. */
export function landmarkChances(courses: Courses, session: number): (sessions: number) => PrognosisWithin {
	const waiting = coursesWhere(courses, (end) => end.session > session);
	const counts = courseCounts(waiting).filter(({ time }) => time > session);
	const survivals = kaplanMeier(responseCounts(counts), 0.95, responsePairs(waiting))?.points;
	const states = stateChances(waiting, session + 1);
	return (sessions) => {
		const end = session + sessions;
		const survival = survivals?.find(({ time }) => time === end);
		const responded = states.get(end)?.[1];
		if (survival === undefined) return { sessions, ifContinued: null, asItWent: null, seen: null };
		const followed = coursesWhere(waiting, (course) => course.session >= end);
		return {
			sessions,
			ifContinued: limited({ estimate: 1 - survival.survival, lower: complement(survival.upper), upper: complement(survival.lower) }, followed),
			asItWent: responded === undefined ? null : limited(responded, followed),
			seen: courseShare(waiting, ({ fate, session: at }) => fate === 'responded' && at <= end),
		};
	};
}

/** Where none or all responded, the limits of as many independent patients as were still followed at the end. */
function limited({ estimate, lower, upper }: Readonly<{ estimate: number; lower?: number | undefined; upper?: number | undefined }>, followed: Courses): Interval | null {
	if (lower !== undefined && upper !== undefined) return { estimate, lower, upper };
	const n = countCourses(followed);
	return clusterWilsonInterval(estimate < 0.5 ? 0 : n, n, outcomePairs(followed, () => estimate >= 0.5)) ?? null;
}

function complement(limit: number | undefined): number | undefined {
	return limit === undefined ? undefined : 1 - limit;
}
