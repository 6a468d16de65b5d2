import { shownCourses, type ShownCourse } from '#lib/server/disclosure/shown-courses.ts';
import type { CourseEnd } from '../course-ends.ts';
import { compareProtocols } from './compare-protocols.ts';
import { casesAtLast, casesBy } from './response-cases.ts';
import { responseCurve } from './response-curve.ts';
import type { RawResponse } from './response.server.ts';
import type { ResponseGroup, ResponseLandmark, ResponsePoint, ResponseResult } from './result.ts';

/** Sessions by which the bounds are given. */
const landmarks = [3, 6];

/** Response with small cells withheld: running totals only at sessions between which enough patients are added to each. */
export function protect({ ends, thresholds }: RawResponse, minimumCell: number): ResponseResult {
	const courses = shownCourses(ends, minimumCell);
	const estimable = courses.filter(({ condition, hidden, ends: own }) => !hidden && own.length > 0 && thresholds[condition] !== undefined);
	return {
		groups: courses.map((course) => shownGroup(course, courses.filter(({ condition }) => condition === course.condition), thresholds[course.condition] ?? null, minimumCell)),
		comparisons: compareProtocols(estimable),
	};
}

function shownGroup(course: ShownCourse, siblings: readonly ShownCourse[], threshold: string | null, minimum: number): ResponseGroup {
	const { condition, protocol, of, hidden, all, ends } = course;
	const name = { condition, ...(protocol === '' ? {} : { protocol }), threshold };
	const nothing = { points: [], median: null, landmarks: [], atLast: { ofAble: null, ofAll: null } };
	if (hidden) return { ...name, scored: null, able: null, of, ...nothing, notEstimable: null };
	if (threshold === null) return { ...name, scored: total(all), able: null, of, ...nothing, notEstimable: 'no threshold of a meaningful change is recorded for this measure and condition' };
	const counts = { scored: total(all), able: of === 'able' ? total(ends) : null, of };
	if (ends.length === 0) return { ...name, ...counts, ...nothing, notEstimable: 'no episode has a score at session 1 from which the threshold can be reached' };
	const { points, median } = responseCurve(ends);
	return {
		...name,
		...counts,
		points: points.map((point) => shownPoint(point, course)),
		median: shownMedian(median, course),
		landmarks: landmarks.map((session) => shownLandmark(session, course)),
		atLast: shownAtLast(course, siblings, minimum),
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
function shownLandmark(session: number, { of, ends, all, sessions, bothSessions }: ShownCourse): ResponseLandmark {
	const shown = (rows: readonly CourseEnd[], told: readonly number[]) => {
		const cases = told.includes(session) ? casesBy(rows, session) : null;
		return cases === null || told.includes(session - 1) ? cases : { ...cases, best: null };
	};
	return { session, ofAble: of === 'able' ? shown(ends, sessions) : null, ofAll: shown(all, of === 'able' ? bothSessions : sessions) };
}

/** Of the able, and of all, as far as neither these nor their difference count a few patients, in any group of the condition. */
function shownAtLast({ of, ends, all }: ShownCourse, siblings: readonly ShownCourse[], minimum: number): ResponseGroup['atLast'] {
	const secret = siblings.filter(({ hidden }) => hidden);
	const sets = [...siblings.filter(({ hidden }) => !hidden).map((each) => [each]), secret];
	const every = (rowsOf: (course: ShownCourse) => readonly CourseEnd[], parts: readonly Standings[]) => sets.every((set) => largeParts(set.flatMap(rowsOf), parts, minimum));
	const unable = (course: ShownCourse) => course.all.filter(({ able }) => of === 'able' && !able);
	const told = (rows: readonly CourseEnd[], rowsOf: readonly ((course: ShownCourse) => readonly CourseEnd[])[]) => {
		if (!rowsOf.every((each) => every(each, [['responding'], ['not', 'unfollowed']]))) return null;
		const cases = casesAtLast(rows);
		return cases === null || rowsOf.every((each) => every(each, [['responding'], ['not'], ['unfollowed']])) ? cases : { ...cases, followed: null, best: null };
	};
	return { ofAble: of === 'able' ? told(ends, [(course) => course.ends]) : null, ofAll: told(all, [(course) => course.ends, unable]) };
}

type Standings = readonly CourseEnd['atLast'][];

function largeParts(rows: readonly CourseEnd[], parts: readonly Standings[], minimum: number): boolean {
	const cells = parts.map((standings) => rows.filter(({ atLast }) => standings.includes(atLast)));
	return cells.every((cell) => cell.length === 0 || cell.reduce((sum, { patients }) => sum + patients, 0) >= minimum);
}

function total(ends: readonly CourseEnd[]): number {
	return ends.reduce((sum, { n }) => sum + n, 0);
}
