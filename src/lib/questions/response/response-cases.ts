import { courseInfluence } from '#lib/statistics/course-influence.ts';
import { kaplanMeier } from '#lib/statistics/kaplan-meier.ts';
import { logLogLimits } from '#lib/statistics/log-log-limits.ts';
import { courseCounts } from '../course-counts.ts';
import type { Course } from '../course-ends.ts';
import { courseShare } from '../course-share.ts';
import { countCourses, coursesWhere, type Courses } from '../courses.ts';
import { responseCounts, responseEnding } from '../response-counts.ts';
import type { Chance, LastResponse, ResponseCases } from './result.ts';

/** Response by a session: were those able to respond whose course ended before it never to do so, to go on as the others did, or all to respond. */
export function casesBy(courses: Courses, session: number): ResponseCases | null {
	const responded = (end: Course) => end.fate === 'responded' && end.session <= session;
	const worst = courseShare(courses, responded);
	const best = courseShare(courses, (end) => responded(end) || (end.fate !== 'responded' && end.session < session && end.able));
	return worst === null || best === null ? null : { worst, modelled: modelled(courses, session), best };
}

/** Response at the last score, the first score not counting as one. */
export function casesAtLast(courses: Courses): LastResponse | null {
	const responding = ({ atLast }: Course) => atLast === 'responding';
	const worst = courseShare(courses, responding);
	const best = courseShare(courses, (end) => responding(end) || (end.atLast === 'unfollowed' && end.able));
	const followed = coursesWhere(courses, ({ atLast }) => atLast !== 'unfollowed');
	return worst === null || best === null ? null : { followed: courseShare(followed, responding), worst, best };
}

/** Kaplan–Meier of those able to respond and of the others, each weighted by its share; null where none of the able was followed so long. */
function modelled(courses: Courses, session: number): Chance | null {
	if (!courses.ends.some((end) => end.able && end.session >= session)) return null;
	const n = countCourses(courses);
	const parts = [true, false].map((able) => partOf(coursesWhere(courses, (end) => end.able === able), session, n));
	const [able, unable] = parts;
	const influence = (end: Course) => (end.able ? able : unable)?.influence(end) ?? 0;
	const survival = parts.reduce((sum, part) => sum + part.weight * part.survival, 0);
	const alone = parts.reduce((sum, part) => sum + (part.weight * part.se) ** 2, 0);
	const together = courses.pairs.reduce((sum, { a, b, n: times }) => sum + 2 * times * influence(a) * influence(b), 0);
	const se = Math.sqrt(Math.max(0, alone + together));
	const limits = logLogLimits(survival, se);
	return { estimate: 1 - survival, se, lower: limits === undefined ? null : 1 - limits.upper, upper: limits === undefined ? null : 1 - limits.lower };
}

/** `influence` is that of one course on the chance of no response, weighted. */
function partOf(courses: Courses, session: number, n: number) {
	const counts = responseCounts(courseCounts(courses));
	const points = kaplanMeier(counts)?.points.filter(({ time }) => time <= session) ?? [];
	const weight = countCourses(courses) / n;
	const of = courseInfluence(counts.map(({ time, events, censored }) => ({ time, events: [events], censored })));
	const end = points.at(-1);
	return { weight, survival: end?.survival ?? 1, se: end?.se ?? 0, influence: (course: Course) => weight * (of(responseEnding(course))[points.length - 1]?.[0] ?? 0) };
}
