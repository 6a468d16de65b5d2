import { shownCourses, type ShownCourse } from '#lib/server/disclosure/shown-courses.ts';
import { wilsonInterval } from '#lib/statistics/wilson-interval.ts';
import type { CourseEnd } from '../course-ends.ts';
import { landmarkChances } from './landmark-chances.ts';
import type { RawPrognosis } from './prognosis.server.ts';
import { horizons, reevaluation, reevaluationSession } from './reevaluation.ts';
import type { PrognosisGroup, PrognosisLandmark, PrognosisResult, PrognosisWithin, Share } from './result.ts';

/** The prognosis with small cells withheld: between sessions whose running totals may be told. */
export function protect({ ends, thresholds }: RawPrognosis, minimumCell: number): PrognosisResult {
	const courses = shownCourses(ends, minimumCell);
	return {
		groups: courses.map((course) => shownGroup(course, courses.filter(({ condition }) => condition === course.condition), thresholds[course.condition] ?? null, minimumCell)),
	};
}

function shownGroup(course: ShownCourse, siblings: readonly ShownCourse[], threshold: string | null, minimum: number): PrognosisGroup {
	const { condition, protocol, of, hidden, ends } = course;
	const name = { condition, ...(protocol === '' ? {} : { protocol }), threshold, of };
	const nothing = { landmarks: [], reevaluate: null };
	if (hidden) return { ...name, episodes: null, ...nothing, notEstimable: null };
	if (threshold === null) return { ...name, episodes: null, ...nothing, notEstimable: 'no threshold of a meaningful change is recorded for this measure and condition' };
	if (ends.length === 0) return { ...name, episodes: 0, ...nothing, notEstimable: 'no episode has a score at session 1 from which the threshold can be reached' };
	const last = ends.reduce((latest, { session }) => Math.max(latest, session), 0);
	const landmarks = Array.from({ length: Math.max(0, last - 1) }, (_, place) => shownLandmark(course, place + 1));
	const from = reevaluationSession(landmarks);
	return {
		...name,
		episodes: total(ends),
		landmarks,
		reevaluate: from === null ? null : reevaluation(from, threshold, shownReferred(course, siblings, from.session, minimum)),
		notEstimable: null,
	};
}

function shownLandmark(course: ShownCourse, session: number): PrognosisLandmark {
	const { ends, sessions } = course;
	const suppressed = !sessions.includes(session);
	const within = horizons.map((ahead) => (suppressed ? withheld(ahead) : shownWithin(course, session, ahead)));
	return { session, n: suppressed ? null : total(ends.filter((end) => end.session > session)), within, suppressed };
}

function shownWithin({ ends, sessions, stateSessions }: ShownCourse, session: number, ahead: number): PrognosisWithin {
	if (!sessions.includes(session + ahead)) return withheld(ahead);
	const chances = landmarkChances(ends, session, ahead);
	return [session, session + ahead].every((each) => stateSessions.includes(each)) ? chances : { ...chances, asItWent: null };
}

function withheld(sessions: number): PrognosisWithin {
	return { sessions, ifContinued: null, asItWent: null, seen: null };
}

/** How many of those who came back after a session were referred on, unless a group of the condition has a few who were, or were not. */
function shownReferred({ ends }: ShownCourse, siblings: readonly ShownCourse[], session: number, minimum: number): Share | null {
	const later = (rows: readonly CourseEnd[]) => rows.filter((row) => row.session > session);
	const referred = (rows: readonly CourseEnd[]) => rows.filter(({ fate }) => fate === 'referred');
	const large = (rows: readonly CourseEnd[]) => rows.length === 0 || rows.reduce((sum, { patients }) => sum + patients, 0) >= minimum;
	const secret = siblings.filter(({ hidden }) => hidden).flatMap((each) => each.ends);
	const sets = [...siblings.filter(({ hidden }) => !hidden).map((each) => each.ends), secret].map(later);
	if (!sets.every((rows) => large(referred(rows)) && large(rows.filter(({ fate }) => fate !== 'referred')))) return null;
	const [count, n] = [total(referred(later(ends))), total(later(ends))];
	const interval = wilsonInterval(count, n);
	return interval === undefined ? null : { count, n, ...interval };
}

function total(ends: readonly CourseEnd[]): number {
	return ends.reduce((sum, { n }) => sum + n, 0);
}
