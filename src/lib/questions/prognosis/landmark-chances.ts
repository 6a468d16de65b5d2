import { aalenJohansen } from '#lib/statistics/aalen-johansen.ts';
import { kaplanMeier } from '#lib/statistics/kaplan-meier.ts';
import { wilsonInterval } from '#lib/statistics/wilson-interval.ts';
import { courseCounts } from '../course-counts.ts';
import type { CourseEnd } from '../course-ends.ts';
import { responseCounts } from '../response-counts.ts';
import type { Interval, PrognosisWithin } from './result.ts';

/** Chances of a response within `sessions` more, of those who came back after `session` without one; null where nobody was followed so long. */
export function landmarkChances(ends: readonly CourseEnd[], session: number, sessions: number): PrognosisWithin {
	const waiting = ends.filter((end) => end.session > session);
	const n = count(waiting);
	const end = session + sessions;
	const counts = courseCounts(waiting).filter(({ time }) => time > session);
	const survival = kaplanMeier(responseCounts(counts))?.points.find(({ time }) => time === end);
	const responded = aalenJohansen(counts).find(({ time }) => time === end)?.states[1];
	if (survival === undefined || responded === undefined) return { sessions, ifContinued: null, asItWent: null, seen: null };
	const seen = count(waiting.filter(({ fate, session: at }) => fate === 'responded' && at <= end));
	const interval = wilsonInterval(seen, n);
	return {
		sessions,
		ifContinued: limited({ estimate: 1 - survival.survival, lower: complement(survival.upper), upper: complement(survival.lower) }, survival.atRisk),
		asItWent: limited(responded, survival.atRisk),
		seen: interval === undefined ? null : { count: seen, n, ...interval },
	};
}

/** Where none or all responded, the limits of as many independent patients as were still followed at the end. */
function limited({ estimate, lower, upper }: Readonly<{ estimate: number; lower?: number | undefined; upper?: number | undefined }>, atRisk: number): Interval | null {
	if (lower !== undefined && upper !== undefined) return { estimate, lower, upper };
	return wilsonInterval(estimate < 0.5 ? 0 : atRisk, atRisk) ?? null;
}

function complement(limit: number | undefined): number | undefined {
	return limit === undefined ? undefined : 1 - limit;
}

function count(ends: readonly CourseEnd[]): number {
	return ends.reduce((sum, { n }) => sum + n, 0);
}
