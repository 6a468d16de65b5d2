import { shownCourses, type ShownCourse } from '#lib/server/disclosure/shown-courses.ts';
import type { CourseEnd, CoursePair } from '../course-ends.ts';
import type { Courses } from '../courses.ts';
import type { JudgedCourses } from '../judged-courses.server.ts';
import { compareProtocols } from './compare-protocols.ts';
import { casesAtLast, casesBy } from './response-cases.ts';
import { responseCurve } from './response-curve.ts';
import type { ResponseGroup, ResponseLandmark, ResponsePoint, ResponseResult } from './result.ts';

/** Sessions by which the bounds are given. */
const landmarks = [3, 6];

/** Response with small cells withheld: running totals only at sessions between which enough patients are added to each. */
export function protect({ ends, pairs, thresholds }: JudgedCourses, minimumCell: number): ResponseResult {
	const courses = shownCourses(ends, minimumCell);
	const estimable = courses.filter(({ condition, hidden, ends: own }) => !hidden && own.length > 0 && thresholds[condition] !== undefined);
	return {
		groups: courses.map((course) => shownGroup(course, courses.filter(({ condition }) => condition === course.condition), thresholds[course.condition] ?? null, pairsOf(pairs, course), minimumCell)),
		comparisons: compareProtocols(estimable, pairs),
	};
}

function shownGroup(course: ShownCourse, siblings: readonly ShownCourse[], threshold: string | null, pairs: Pairs, minimum: number): ResponseGroup {
	const { condition, protocol, of, hidden, all, ends } = course;
	const name = { condition, ...(protocol === '' ? {} : { protocol }), threshold };
	const nothing = { points: [], median: null, landmarks: [], atLast: { ofAble: null, ofAll: null } };
	if (hidden) return { ...name, scored: null, able: null, of, ...nothing, notEstimable: null };
	if (threshold === null) return { ...name, scored: total(all), able: null, of, ...nothing, notEstimable: 'no threshold of a meaningful change is recorded for this measure and condition' };
	const counts = { scored: total(all), able: of === 'able' ? total(ends) : null, of };
	if (ends.length === 0) return { ...name, ...counts, ...nothing, notEstimable: 'no episode has a score at session 1 from which the threshold can be reached' };
	const { points, median } = responseCurve(pairedCourses(ends, pairs, of));
	return {
		...name,
		...counts,
		points: points.map((point) => shownPoint(point, course)),
		median: shownMedian(median, course),
		landmarks: landmarks.map((session) => shownLandmark(session, course, pairs)),
		atLast: shownAtLast(course, siblings, pairs, minimum),
		notEstimable: null,
	};
}

function shownPoint(point: ResponsePoint, { sessions, stateSessions }: ShownCourse): ResponsePoint {
	if (!sessions.includes(point.session)) return { session: point.session, inCare: null, responded: null, states: null, suppressed: true };
	return stateSessions.includes(point.session) ? point : { ...point, states: null };
}

function shownMedian(median: ResponseGroup['median'], { lastSession }: ShownCourse): ResponseGroup['median'] {
	const shown = (session: number | null) => (session !== null && session <= lastSession ? session : null);
	return median === null ? null : { estimate: shown(median.estimate), lower: shown(median.lower), upper: shown(median.upper) };
}

/** The best case counts those not seen as long as that, so it needs the total at the session before. */
function shownLandmark(session: number, { of, ends, all, sessions, bothSessions }: ShownCourse, pairs: Pairs): ResponseLandmark {
	const shown = (courses: Courses, told: readonly number[]) => {
		const cases = told.includes(session) ? casesBy(courses, session) : null;
		return cases === null || told.includes(session - 1) ? cases : { ...cases, best: null };
	};
	return { session, ofAble: of === 'able' ? shown(pairedCourses(ends, pairs, of), sessions) : null, ofAll: shown({ ends: all, pairs }, of === 'able' ? bothSessions : sessions) };
}

/** Of the able, and of all, as far as neither these nor their difference count a few patients, in any group of the condition. */
function shownAtLast({ of, ends, all }: ShownCourse, siblings: readonly ShownCourse[], pairs: Pairs, minimum: number): ResponseGroup['atLast'] {
	const secret = siblings.filter(({ hidden }) => hidden);
	const sets = [...siblings.filter(({ hidden }) => !hidden).map((each) => [each]), secret];
	const every = (rowsOf: (course: ShownCourse) => readonly CourseEnd[], parts: readonly Standings[]) => sets.every((set) => largeParts(set.flatMap(rowsOf), parts, minimum));
	const unable = (course: ShownCourse) => course.all.filter(({ able }) => of === 'able' && !able);
	const told = (courses: Courses, rowsOf: readonly ((course: ShownCourse) => readonly CourseEnd[])[]) => {
		if (!rowsOf.every((each) => every(each, [['responding'], ['not', 'unfollowed']]))) return null;
		const cases = casesAtLast(courses);
		return cases === null || rowsOf.every((each) => every(each, [['responding'], ['not'], ['unfollowed']])) ? cases : { ...cases, followed: null, best: null };
	};
	return { ofAble: of === 'able' ? told(pairedCourses(ends, pairs, of), [(course) => course.ends]) : null, ofAll: told({ ends: all, pairs }, [(course) => course.ends, unable]) };
}

type Pairs = readonly CoursePair[];

/** The courses that a curve counts, with those of one patient among them. */
function pairedCourses(ends: readonly CourseEnd[], pairs: Pairs, of: ShownCourse['of']): Courses {
	return { ends, pairs: pairs.filter(({ a, b }) => of === 'all' || (a.able && b.able)) };
}

function pairsOf(pairs: Pairs, { condition, protocol }: ShownCourse): Pairs {
	return pairs.filter((pair) => pair.condition === condition && pair.protocol === protocol && pair.otherProtocol === protocol);
}

type Standings = readonly CourseEnd['atLast'][];

function largeParts(rows: readonly CourseEnd[], parts: readonly Standings[], minimum: number): boolean {
	const cells = parts.map((standings) => rows.filter(({ atLast }) => standings.includes(atLast)));
	return cells.every((cell) => cell.length === 0 || cell.reduce((sum, { patients }) => sum + patients, 0) >= minimum);
}

function total(ends: readonly CourseEnd[]): number {
	return ends.reduce((sum, { n }) => sum + n, 0);
}
