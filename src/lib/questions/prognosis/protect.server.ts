import { shownCourses, type ShownCourse } from '#lib/server/disclosure/shown-courses.ts';
import type { CoursePair } from '../course-ends.ts';
import { countCourses } from '../courses.ts';
import type { JudgedCourses } from '../judged-courses.server.ts';
import { reevaluation, reevaluationSession } from './reevaluation.ts';
import type { PrognosisGroup, PrognosisResult } from './result.ts';
import { shownLandmarks } from './shown-landmarks.server.ts';
import { conditionReferrals, shownReferral, type ReferralSessions } from './shown-referrals.server.ts';

/** The prognosis with small cells withheld: between sessions whose running totals may be told. */
export function protect({ ends, pairs, thresholds }: JudgedCourses, minimumCell: number): PrognosisResult {
	const courses = shownCourses(ends, minimumCell);
	const conditions = [...new Set(courses.map(({ condition }) => condition))];
	return {
		groups: conditions.flatMap((condition) => {
			const siblings = courses.filter((course) => course.condition === condition);
			const referrals = conditionReferrals(siblings, minimumCell);
			return siblings.map((course) => shownGroup(course, pairs, thresholds[condition] ?? null, referrals));
		}),
	};
}

function shownGroup(course: ShownCourse, all: readonly CoursePair[], threshold: string | null, referrals: ReferralSessions): PrognosisGroup {
	const { condition, protocol, of, hidden, ends, sessions } = course;
	const name = { condition, ...(protocol === '' ? {} : { protocol }), threshold, of };
	const nothing = { landmarks: [], reevaluate: null };
	if (hidden) return { ...name, episodes: null, ...nothing, notEstimable: null };
	if (threshold === null) return { ...name, episodes: null, ...nothing, notEstimable: 'no threshold of a meaningful change is recorded for this measure and condition' };
	if (ends.length === 0) return { ...name, episodes: 0, ...nothing, notEstimable: 'no episode has a score at session 1 from which the threshold can be reached' };
	const pairs = all.filter((pair) => pair.condition === condition && pair.protocol === protocol && pair.otherProtocol === protocol && (of === 'all' || (pair.a.able && pair.b.able)));
	const courses = { ends, pairs };
	if (!ends.some(({ session }) => session > 1)) return { ...name, episodes: countCourses(courses), ...nothing, notEstimable: 'no episode came back after session 1' };
	const landmarks = shownLandmarks(course, pairs).map((landmark) => ({ ...landmark, referral: sessions.includes(landmark.session) ? shownReferral(courses, landmark.session, referrals) : null }));
	const from = reevaluationSession(landmarks);
	return {
		...name,
		episodes: countCourses(courses),
		landmarks,
		reevaluate: from === null ? null : reevaluation(from, threshold, landmarks.find(({ session }) => session === from.session)?.referral ?? null),
		notEstimable: null,
	};
}
