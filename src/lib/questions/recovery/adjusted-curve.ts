import { linearMixedModel } from '#lib/statistics/linear-mixed-model.ts';
import { mmrm, type Mmrm, type Pattern } from '#lib/statistics/mmrm.ts';
import { restrictedMmrm } from '#lib/statistics/restricted-mmrm.ts';
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
	const scored = (session: number) => patterns.reduce((sum, pattern) => (pattern.sessions.includes(session) ? sum + pattern.n : sum), 0);
	const unstructured = unstructuredCurve(patterns, sessions, one);
	if (2 * unstructured.points.size >= sessions.filter((session) => scored(session) >= ENOUGH).length) return unstructured;
	return linearCurve(patterns, sessions) ?? unstructured;
}

const ENOUGH = 10;

function unstructuredCurve(patterns: readonly ScoredPattern[], all: readonly number[], one: string): AdjustedCurve {
	let notEstimable: string | null = null;
	for (let times = all.length; times > 0; ) {
		const sessions = all.slice(0, times);
		const shown = within(patterns, sessions);
		const fit = mmrm(shown, times);
		if (!('reason' in fit)) {
			if (!settled(fit)) return { ...nothing, notEstimable: 'the estimation did not settle' };
			const restricted = restrictedMmrm(shown, times);
			return { points: curve(sessions, fit), restricted: 'reason' in restricted ? new Map() : curve(sessions, restricted), model: 'unstructured', notEstimable };
		}
		notEstimable = explain(fit, one, sessions[fit.time] ?? 0);
		times = fit.time;
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
function linearCurve(patterns: readonly ScoredPattern[], sessions: readonly number[]): AdjustedCurve | null {
	const fit = linearMixedModel(within(patterns, sessions), sessions);
	if ('reason' in fit) return null;
	const points = fit.means.flatMap(({ mean, se, lower, upper }, time) => (sessions[time] === undefined ? [] : [[sessions[time], { mean, se, lower, upper }] as const]));
	return { points: new Map(points), restricted: new Map(), model: 'linear', notEstimable: null };
}

function within(patterns: readonly ScoredPattern[], modelled: readonly number[]): Pattern[] {
	return patterns.flatMap((pattern) => patternWithin(pattern, modelled) ?? []);
}

function patternWithin({ sessions, n, sums, products }: ScoredPattern, modelled: readonly number[]): Pattern | null {
	const kept = sessions.flatMap((session, place) => (modelled.includes(session) ? [place] : []));
	if (kept.length === 0) return null;
	const product = (i: number, j: number) => products[triangle(Math.min(i, j), Math.max(i, j), sessions.length)] ?? Number.NaN;
	return {
		times: kept.map((place) => modelled.indexOf(sessions[place] ?? 0)),
		n,
		sums: kept.map((place) => sums[place] ?? Number.NaN),
		crossProducts: kept.map((i) => kept.map((j) => product(i, j))),
	};
}

/** Place of row i, column j (i ≤ j) in the upper triangle of a `size` × `size` matrix, row by row. */
function triangle(i: number, j: number, size: number): number {
	return i * size - (i * (i - 1)) / 2 + (j - i);
}

function explain(failure: Readonly<{ reason: string; needed?: number }>, one: string, session: number): string {
	const needed = failure.needed === undefined ? '' : `, fewer than ${failure.needed}, were scored there and at an earlier ${one}`;
	return `no adjusted mean from ${one} ${session} on: ${failure.reason}${needed}`;
}
