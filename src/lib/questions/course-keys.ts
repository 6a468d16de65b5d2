import { fates, standings, type Course } from './course-ends.ts';

/** A number for each way in which an episode can end, as its parts are numbered: fates and standings by their places, referrals from 1 on, 0 for none. */
export type CourseKeys = Readonly<{
	/** all numbers are below it */
	end: number;
	keyOf(able: number, fate: number, session: number, settled: number, referral: number, standing: number): number;
	courseOf(key: number): Course;
}>;

/** Keys in the order in which `course-ends.sql` gives the courses, for episodes of up to `lastSession` visits; `reasons` are in ascending order. */
export function courseKeys(reasons: readonly string[], lastSession: number): CourseKeys {
	const [sessions, referrals] = [lastSession + 1, reasons.length + 1];
	return {
		end: 2 * fates.length * sessions * sessions * referrals * standings.length,
		keyOf(able, fate, session, settled, referral, standing) {
			const ended = ((able * fates.length + fate) * sessions + session) * sessions + settled;
			return (ended * referrals + (referral === 0 ? reasons.length : referral - 1)) * standings.length + standing;
		},
		courseOf(key) {
			const [ended, standing] = [Math.floor(key / standings.length), key % standings.length];
			const [seen, referral] = [Math.floor(ended / referrals), ended % referrals];
			const [begun, settled] = [Math.floor(seen / sessions), seen % sessions];
			const [way, session] = [Math.floor(begun / sessions), begun % sessions];
			return {
				able: way >= fates.length,
				fate: fates[way % fates.length] ?? 'unscored',
				session,
				settled,
				referral: reasons[referral] ?? null,
				atLast: standings[standing] ?? 'unfollowed',
			};
		},
	};
}
