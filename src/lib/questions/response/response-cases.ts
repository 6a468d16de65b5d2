import { kaplanMeier } from '#lib/statistics/kaplan-meier.ts';
import { logLogLimits } from '#lib/statistics/log-log-limits.ts';
import { wilsonInterval } from '#lib/statistics/wilson-interval.ts';
import { courseCounts } from '../course-counts.ts';
import type { CourseEnd } from '../course-ends.ts';
import { responseCounts } from '../response-counts.ts';
import type { Chance, LastResponse, ResponseCases, Share } from './result.ts';

/** Response by a session: were those able to respond whose course ended before it never to do so, to go on as the others did, or all to respond. */
export function casesBy(ends: readonly CourseEnd[], session: number): ResponseCases | null {
	const n = count(ends, () => true);
	const responded = count(ends, (end) => end.fate === 'responded' && end.session <= session);
	const unseen = count(ends, (end) => end.fate !== 'responded' && end.session < session && end.able);
	const [worst, best] = [share(responded, n), share(responded + unseen, n)];
	return worst === null || best === null ? null : { worst, modelled: modelled(ends, session), best };
}

/** Response at the last score, the first score not counting as one. */
export function casesAtLast(ends: readonly CourseEnd[]): LastResponse | null {
	const n = count(ends, () => true);
	const responding = count(ends, ({ atLast }) => atLast === 'responding');
	const unfollowed = count(ends, ({ atLast }) => atLast === 'unfollowed');
	const hopeful = count(ends, ({ atLast, able }) => atLast === 'unfollowed' && able);
	const [worst, best] = [share(responding, n), share(responding + hopeful, n)];
	return worst === null || best === null ? null : { followed: share(responding, n - unfollowed), worst, best };
}

/** Kaplan–Meier of those able to respond and of the others, each weighted by its share; null where none of the able was followed so long. */
function modelled(ends: readonly CourseEnd[], session: number): Chance | null {
	const able = ends.filter((end) => end.able);
	if (!able.some((end) => end.session >= session)) return null;
	const n = count(ends, () => true);
	const parts = [able, ends.filter((end) => !end.able)].map((part) => {
		const point = kaplanMeier(responseCounts(courseCounts(part)))?.points.findLast(({ time }) => time <= session);
		return { weight: count(part, () => true) / n, survival: point?.survival ?? 1, se: point?.se ?? 0 };
	});
	const survival = parts.reduce((sum, part) => sum + part.weight * part.survival, 0);
	const se = Math.sqrt(parts.reduce((sum, part) => sum + (part.weight * part.se) ** 2, 0));
	const limits = logLogLimits(survival, se);
	return { estimate: 1 - survival, se, lower: limits === undefined ? null : 1 - limits.upper, upper: limits === undefined ? null : 1 - limits.lower };
}

function count(ends: readonly CourseEnd[], counts: (end: CourseEnd) => boolean): number {
	return ends.filter(counts).reduce((sum, { n }) => sum + n, 0);
}

function share(part: number, n: number): Share | null {
	const interval = wilsonInterval(part, n);
	return interval === undefined ? null : { count: part, n, ...interval };
}
