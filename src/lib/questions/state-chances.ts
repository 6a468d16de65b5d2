import { aalenJohansen, type CompetingCount, type StateProbability } from '#lib/statistics/aalen-johansen.ts';
import type { CourseEnding } from '#lib/statistics/course-influence.ts';
import { courseCounts, endingOf, endings } from './course-counts.ts';
import type { Course, CourseEnd } from './course-ends.ts';
import { coursesWhere, type Courses } from './courses.ts';
import { endingPairs } from './ending-pairs.ts';

/**
 * The chances of each state after the sessions from `first` on: in care, then in the order of `endings`. Who responds is counted of all
 * who were there; who leaves or is discharged, half a session later, of those whose visit is long enough ago to tell. Stops before
 * the first session after which it can be told of nobody.
 */
export function stateChances(courses: Courses, first = 1): ReadonlyMap<number, readonly StateProbability[]> {
	const { ends, pairs } = coursesWhere(courses, ({ fate }) => fate !== 'unscored');
	const last = ends.reduce((latest, { session }) => Math.max(latest, session), 0);
	const sessions = Array.from({ length: Math.max(0, last - first + 1) }, (_, place) => first + place);
	const counts = countsFrom(ends, sessions);
	const points = aalenJohansen(counts, 0.95, endingPairs(pairs, endingKey, endingIn));
	return new Map(
		sessions.flatMap((session) => {
			const point = points[counts.findLastIndex(({ time }) => Math.floor(time) === session)];
			return point === undefined ? [] : [[session, point.states]];
		}),
	);
}

/** The responses at each session and, where anybody is still in care, the departures after it. */
function countsFrom(ends: readonly CourseEnd[], sessions: readonly number[]): CompetingCount[] {
	const ended = courseCounts({ ends });
	const seen = countsUntil(ends, ({ session }) => session);
	const judged = countsUntil(ends, ({ fate, session, settled }) => Math.min(settled, fate === 'responded' ? session - 1 : session));
	return sessions.flatMap((session) => {
		const { events: [responded = 0, left = 0, discharged = 0] = [], censored = 0 } = ended[session - 1] ?? {};
		const atRisk = seen(session);
		const responses = { time: session, events: [responded, 0, 0], censored: 0, atRisk };
		if (responded === atRisk) return [responses];
		return [responses, { time: session + half, events: [0, left, discharged], censored, atRisk: judged(session) }];
	});
}

/** How many courses are there at a session, each until the one given. */
function countsUntil(ends: readonly CourseEnd[], until: (end: CourseEnd) => number): (session: number) => number {
	const counts: number[] = [];
	for (const end of ends) for (let session = 0; session <= until(end); session++) counts[session] = (counts[session] ?? 0) + end.n;
	return (session) => counts[session] ?? 0;
}

/** Departures come after the score of their session. */
const half = 0.5;

function endingIn(course: Course): CourseEnding {
	const { session, settled } = course;
	const ending = endingOf(course);
	const missed = Array.from({ length: session }, (_, place) => place + half).filter((time) => time > settled);
	if (ending === 'open') return { time: session, event: null, missed };
	return ending === 'responded' ? { time: session, event: endings.indexOf(ending), missed } : { time: session + half, event: endings.indexOf(ending), missed };
}

/** A number for each ending that `endingIn` tells apart. */
function endingKey(course: Course): number {
	const ending = endingOf(course);
	return (course.session * sessionsAtMost + course.settled) * 4 + (ending === 'open' ? 3 : endings.indexOf(ending));
}

/** Visits are numbered up to 500. */
const sessionsAtMost = 4096;
