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
	const n = suppressed ? null : countCourses(courses, (end) => end.session > session);
	if (!horizons.some((ahead) => isShown(course, session, ahead))) return { session, n, within: horizons.map(withheld), suppressed };
	const chancesWithin = landmarkChances(courses, session);
	return { session, n, within: horizons.map((ahead) => (isShown(course, session, ahead) ? shownWithin(course, session, chancesWithin(ahead)) : withheld(ahead))), suppressed };
}

function isShown({ sessions }: ShownCourse, session: number, ahead: number): boolean {
	return sessions.includes(session) && sessions.includes(session + ahead);
}

function shownWithin({ stateSessions }: ShownCourse, session: number, chances: PrognosisWithin): PrognosisWithin {
	return [session, session + chances.sessions].every((each) => stateSessions.includes(each)) ? chances : { ...chances, asItWent: null };
}

function withheld(sessions: number): PrognosisWithin {
	return { sessions, ifContinued: null, asItWent: null, seen: null };
}
