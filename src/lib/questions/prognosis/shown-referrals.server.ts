import { shownCourses, type ShownCourse } from '#lib/server/disclosure/shown-courses.ts';
import { courseShare } from '../course-share.ts';
import { coursesWhere, type Courses } from '../courses.ts';
import { reevaluationSession } from './reevaluation.ts';
import { referralSessions } from './referral-sessions.ts';
import type { Referral } from './result.ts';
import { shownLandmarks } from './shown-landmarks.server.ts';

/** Sessions after which a condition's referrals may be told, and those after which also what for. */
export type ReferralSessions = Readonly<{ any: readonly number[]; byReason: readonly number[] }>;

/** The same sessions for all protocols of a condition, among those after which an answer without protocols would tell them. */
export function conditionReferrals(siblings: readonly ShownCourse[], minimum: number): ReferralSessions {
	const [whole] = shownCourses(siblings.flatMap(({ all }) => all.map((end) => ({ ...end, protocol: '' }))), minimum);
	if (whole === undefined || siblings.some(({ of }) => of !== whole.of)) return { any: [], byReason: [] };
	const parts = [...siblings.filter(({ hidden }) => !hidden).map(({ ends }) => ends), siblings.filter(({ hidden }) => hidden).flatMap(({ ends }) => ends)];
	const wholeAny = referralSessions([whole.ends], wantedFirst(whole), false, minimum);
	const wholeByReason = referralSessions([whole.ends], wholeAny, true, minimum);
	const any = referralSessions(parts, wholeAny, false, minimum);
	return { any, byReason: referralSessions(parts, wholeByReason.filter((session) => any.includes(session)), true, minimum) };
}

/** Of those who came back after a session without a response, how many were referred on later, and for what. */
export function shownReferral(courses: Courses, session: number, { any, byReason }: ReferralSessions): Referral | null {
	const waiting = coursesWhere(courses, (end) => end.session > session);
	const share = any.includes(session) ? courseShare(waiting, ({ referral }) => referral !== null) : null;
	if (share === null) return null;
	const reasons = [...new Set(waiting.ends.flatMap(({ referral }) => referral ?? []))].sort();
	const shares = reasons.flatMap((reason) => {
		const own = courseShare(waiting, ({ referral }) => referral === reason);
		return own === null ? [] : [{ reason, ...own }];
	});
	return { ...share, reasons: byReason.includes(session) ? shares : null };
}

/** The session to re-evaluate after, and the others in their order. */
function wantedFirst(whole: ShownCourse): number[] {
	const first = reevaluationSession(shownLandmarks(whole, []))?.session;
	return [...(first === undefined ? [] : [first]), ...whole.sessions.filter((session) => session !== first)];
}
