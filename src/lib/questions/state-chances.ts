import { aalenJohansen, type CompetingCount, type StateProbability } from '#lib/statistics/aalen-johansen.ts';
import type { CourseEnding } from '#lib/statistics/course-influence.ts';
import { endingOf, endings, type Ending } from './course-counts.ts';
import type { Course, CourseEnd } from './course-ends.ts';
import { coursesWhere, type Courses } from './courses.ts';

/**
 * The chances of each state after the sessions from `first` on: in care, then in the order of `endings`. Who responds is counted of all
 * who were there; who leaves or is discharged, half a session later, of those whose visit is long enough ago to tell. Stops before
 * the first session after which it can be told of nobody.
 */
export function stateChances(courses: Courses, first = 1): ReadonlyMap<number, readonly StateProbability[]> {
	const { ends, pairs } = coursesWhere(courses, ({ fate }) => fate !== 'unscored');
	const last = ends.reduce((latest, { session }) => Math.max(latest, session), 0);
	const sessions = Array.from({ length: Math.max(0, last - first + 1) }, (_, place) => first + place);
	const counts = sessions.flatMap((session) => countsAt(ends, session));
	const points = aalenJohansen(counts, 0.95, pairs.map(({ a, b, n }) => ({ a: endingIn(a), b: endingIn(b), n })));
	return new Map(
		sessions.flatMap((session) => {
			const point = points[counts.findLastIndex(({ time }) => Math.floor(time) === session)];
			return point === undefined ? [] : [[session, point.states]];
		}),
	);
}

/** The responses at a session and, where anybody is still in care, the departures after it. */
function countsAt(ends: readonly CourseEnd[], session: number): CompetingCount[] {
	const count = (counts: (end: CourseEnd) => boolean) => ends.reduce((sum, end) => (counts(end) ? sum + end.n : sum), 0);
	const endedHere = (end: CourseEnd, ending: Ending) => end.session === session && endingOf(end) === ending;
	const [responded = 0, left = 0, discharged = 0] = endings.map((ending) => count((end) => endedHere(end, ending)));
	const atRisk = count((end) => end.session >= session);
	const responses = { time: session, events: [responded, 0, 0], censored: 0, atRisk };
	if (responded === atRisk) return [responses];
	const judged = count((end) => end.session >= session && end.settled >= session && !endedHere(end, 'responded'));
	return [responses, { time: session + half, events: [0, left, discharged], censored: count((end) => endedHere(end, 'open')), atRisk: judged }];
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
