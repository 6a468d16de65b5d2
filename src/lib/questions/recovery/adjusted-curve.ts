import { linearMixedModel } from '#lib/statistics/linear-mixed-model.ts';
import { mmrmBothWays } from '#lib/statistics/mmrm-both-ways.ts';
import type { Mmrm, Pattern } from '#lib/statistics/mmrm.ts';
import { tQuantile } from '#lib/statistics/t-quantile.ts';

/** Episodes scored at exactly `sessions`: their number, sums of scores, and sums of products of each two (upper triangle, row by row). */
export type ScoredPattern = Readonly<{ sessions: readonly number[]; n: number; sums: readonly number[]; products: readonly number[] }>;

export type AdjustedPoint = Readonly<{ mean: number; se: number; lower: number; upper: number }>;

export type RestrictedPoint = AdjustedPoint & Readonly<{ df: number }>;

/** `model` is the one that made the points; null where there are none. `restricted` is the unstructured one by restricted maximum likelihood, where that settles. */
export type AdjustedCurve = Readonly<{ points: ReadonlyMap<number, AdjustedPoint>; restricted: ReadonlyMap<number, RestrictedPoint>; model: 'unstructured' | 'linear' | null; notEstimable: string | null }>;

/**
 * The dropout-adjusted mean at each session, with 95 % t intervals, as far along the sessions as it can be estimated: by the
 * unstructured model, or by the linear one where that reaches less than half of the sessions that enough episodes were scored at.
 * `se` of the unstructured model is that of gls, which takes the covariances as known; its interval is made with one that does not, and
 * can be the wider. `notEstimable` says why the curve ends before the last session, or why there is none; `one` is what it calls a session.
 */
export function adjustedCurve(patterns: readonly ScoredPattern[], one: string): AdjustedCurve {
	const sessions = [...new Set(patterns.flatMap((pattern) => pattern.sessions))].sort((a, b) => a - b);
	const scored = sessions.map(() => 0);
	const timed = patterns.map((pattern) => timedPattern(pattern, sessions));
	for (const { times, n } of timed) for (const time of times) scored[time] = (scored[time] ?? 0) + n;
	const unstructured = unstructuredCurve(timed, sessions, one);
	if (2 * unstructured.points.size >= scored.filter((n) => n >= ENOUGH).length) return unstructured;
	return linearCurve(timed, sessions) ?? unstructured;
}

const ENOUGH = 10;

function unstructuredCurve(patterns: readonly Pattern[], all: readonly number[], one: string): AdjustedCurve {
	let notEstimable: string | null = null;
	for (let times = all.length; times > 0; ) {
		const sessions = all.slice(0, times);
		const fits = mmrmBothWays(patterns, times);
		if (!('reason' in fits)) {
			const { full, restricted } = fits;
			if (!settled(full)) return { ...nothing, notEstimable: 'the estimation did not settle' };
			return { points: curve(sessions, full), restricted: 'reason' in restricted ? new Map() : curve(sessions, restricted), model: 'unstructured', notEstimable };
		}
		notEstimable = explain(fits, one, sessions[fits.time] ?? 0);
		times = fits.time;
	}
	return { ...nothing, notEstimable: notEstimable ?? 'no scores' };
}

const nothing = { points: new Map<number, AdjustedPoint>(), restricted: new Map<number, RestrictedPoint>(), model: null };

function settled({ converged, observedStandardErrors }: Mmrm): boolean {
	return converged && observedStandardErrors.every(Number.isFinite);
}

function curve(sessions: readonly number[], { means, standardErrors, observedStandardErrors, degreesOfFreedom }: Mmrm) {
	const point = (time: number): RestrictedPoint => {
		const [mean = Number.NaN, se = Number.NaN, df = Number.NaN] = [means[time], standardErrors[time], degreesOfFreedom[time]];
		const margin = tQuantile(0.975, df) * (observedStandardErrors[time] ?? Number.NaN);
		return { mean, se, df, lower: mean - margin, upper: mean + margin };
	};
	return new Map(sessions.map((session, time) => [session, point(time)]));
}

/** Null where the linear model cannot be fitted either. */
function linearCurve(patterns: readonly Pattern[], sessions: readonly number[]): AdjustedCurve | null {
	const fit = linearMixedModel(patterns, sessions);
	if ('reason' in fit) return null;
	const points = fit.means.flatMap(({ mean, se, lower, upper }, time) => (sessions[time] === undefined ? [] : [[sessions[time], { mean, se, lower, upper }] as const]));
	return { points: new Map(points), restricted: new Map(), model: 'linear', notEstimable: null };
}

/** With the places of its sessions among all, and whole products. */
function timedPattern({ sessions, n, sums, products }: ScoredPattern, all: readonly number[]): Pattern {
	const size = sessions.length;
	const crossProducts = sessions.map(() => new Array<number>(size).fill(Number.NaN));
	let at = 0;
	crossProducts.forEach((row, i) => {
		for (let j = i; j < size; j++) {
			const product = products[at++] ?? Number.NaN;
			row[j] = product;
			const mirrored = crossProducts[j];
			if (mirrored !== undefined) mirrored[i] = product;
		}
	});
	return { times: sessions.map((session) => all.indexOf(session)), n, sums, crossProducts };
}

function explain(failure: Readonly<{ reason: string; needed?: number }>, one: string, session: number): string {
	const needed = failure.needed === undefined ? '' : `, fewer than ${failure.needed}, were scored there and at an earlier ${one}`;
	return `no adjusted mean from ${one} ${session} on: ${failure.reason}${needed}`;
}
