import { pairCovariances, type CoursePair } from './course-influence.ts';
import { logLogLimits } from './log-log-limits.ts';

/** What happened at one time: how many had the event, and how many were seen without it for the last time. */
export type EventCount = Readonly<{ time: number; events: number; censored: number }>;

export type SurvivalPoint = Readonly<{ time: number; atRisk: number; events: number; censored: number; survival: number; se: number; lower?: number; upper?: number }>;

export type KaplanMeier = Readonly<{ n: number; points: readonly SurvivalPoint[]; median: Readonly<{ estimate?: number; lower?: number; upper?: number }> }>;

/**
 * Kaplan–Meier estimate of the chance to be still without the event after each time.
 *
 * One point for each time of `counts`, in their order, which is ascending; whoever is censored at a time was at risk there.
 * Standard errors by Greenwood's formula; log-log limits, left out where the estimate is 0 or 1. The median is the first time
 * by which half had the event; its limits are the first times at which the limits of the estimate reach one half, each left out
 * where that never happens. Assumes that those censored would have gone on as those who stayed. Courses of one patient need not be
 * independent where `pairs` holds each two of them, the event being 0 (infinitesimal jackknife by patient). `undefined` for nobody.
 *
 * Kaplan EL, Meier P (1958). Nonparametric estimation from incomplete observations. J Am Stat Assoc 53:457–481.
 * Brookmeyer R, Crowley J (1982). A confidence interval for the median survival time. Biometrics 38:29–41.
 * R: `survival::survfit(Surv(time, event) ~ 1, conf.type = 'log-log')`; its median is midway where the estimate stays at one half;
 * with pairs `cluster = patient` too
 */
export function kaplanMeier(counts: readonly EventCount[], level = 0.95, pairs: readonly CoursePair[] = []): KaplanMeier | undefined {
	const n = counts.reduce((sum, { events, censored }) => sum + events + censored, 0);
	if (n === 0) return undefined;
	const points: SurvivalPoint[] = [];
	let [atRisk, survival, greenwood] = [n, 1, 0];
	const within = pairCovariances(counts.map(({ time, events, censored }) => ({ time, events: [events], censored })), pairs);
	for (const { time, events, censored } of counts) {
		if (events < 0 || censored < 0) throw new RangeError(`counts must not be negative: ${Math.min(events, censored)}`);
		if (atRisk === 0) break;
		survival *= 1 - events / atRisk;
		greenwood += events === 0 || events === atRisk ? 0 : events / (atRisk * (atRisk - events));
		const se = Math.sqrt(Math.max(0, survival * survival * greenwood + within[points.length]![0]!));
		points.push({ time, atRisk, events, censored, survival, se, ...logLogLimits(survival, se, level) });
		atRisk -= events + censored;
	}
	return { n, points, median: median(points) };
}

function median(points: readonly SurvivalPoint[]): KaplanMeier['median'] {
	const half = 0.5 + 1e-12;
	const estimate = points.find(({ survival }) => survival <= half)?.time;
	const lower = points.find((point) => (point.lower ?? point.survival) <= half)?.time;
	const upper = points.find((point) => (point.upper ?? 1) <= half)?.time;
	return { ...(estimate !== undefined && { estimate }), ...(lower !== undefined && { lower }), ...(upper !== undefined && { upper }) };
}
