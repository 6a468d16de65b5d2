import type { ShownCourse } from '#lib/server/disclosure/shown-courses.ts';
import type { CoursePair } from '../course-ends.ts';
import { countCourses, type Courses } from '../courses.ts';
import { landmarkChances } from './landmark-chances.ts';
import { horizons } from './reevaluation.ts';
import type { PrognosisLandmark, PrognosisWithin } from './result.ts';

type Landmark = Omit<PrognosisLandmark, 'referral'>;

/** The chances after each session but the last, as far as running totals at the sessions between may be told. */
export function shownLandmarks(course: ShownCourse, pairs: readonly CoursePair[]): Landmark[] {
	const courses = { ends: course.ends, pairs };
	const last = course.ends.reduce((latest, { session }) => Math.max(latest, session), 0);
	return Array.from({ length: Math.max(0, last - 1) }, (_, place) => shownLandmark(course, courses, place + 1));
}

function shownLandmark(course: ShownCourse, courses: Courses, session: number): Landmark {
	const suppressed = !course.sessions.includes(session);
	const within = horizons.map((ahead) => (suppressed ? withheld(ahead) : shownWithin(course, courses, session, ahead)));
	return { session, n: suppressed ? null : countCourses(courses, (end) => end.session > session), within, suppressed };
}

function shownWithin({ sessions, stateSessions }: ShownCourse, courses: Courses, session: number, ahead: number): PrognosisWithin {
	if (!sessions.includes(session + ahead)) return withheld(ahead);
	const chances = landmarkChances(courses, session, ahead);
	return [session, session + ahead].every((each) => stateSessions.includes(each)) ? chances : { ...chances, asItWent: null };
}

function withheld(sessions: number): PrognosisWithin {
	return { sessions, ifContinued: null, asItWent: null, seen: null };
}
