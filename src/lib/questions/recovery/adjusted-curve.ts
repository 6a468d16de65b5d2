import { mmrm, type Mmrm, type Pattern } from '#lib/statistics/mmrm.ts';
import { tQuantile } from '#lib/statistics/t-quantile.ts';

/** Episodes scored at exactly `sessions`: their number, sums of scores, and sums of products of each two (upper triangle, row by row). */
export type ScoredPattern = Readonly<{ sessions: readonly number[]; n: number; sums: readonly number[]; products: readonly number[] }>;

export type AdjustedPoint = Readonly<{ mean: number; se: number; lower: number; upper: number }>;

export type AdjustedCurve = Readonly<{ points: ReadonlyMap<number, AdjustedPoint>; notEstimable: string | null }>;

/**
 * The dropout-adjusted mean at each session, with 95 % t intervals, as far along the sessions as it can be estimated.
 * `se` is that of gls, which takes the covariances as known; the interval is made with one that does not, and can be the wider.
 * `notEstimable` says why the curve ends before the last session, or why there is none.
 */
export function adjustedCurve(patterns: readonly ScoredPattern[]): AdjustedCurve {
	const all = [...new Set(patterns.flatMap(({ sessions }) => sessions))].sort((a, b) => a - b);
	let notEstimable: string | null = null;
	for (let times = all.length; times > 0; ) {
		const sessions = all.slice(0, times);
		const fit = mmrm(patterns.flatMap((pattern) => within(pattern, sessions)), times);
		if (!('reason' in fit)) return settled(fit) ? { points: curve(sessions, fit), notEstimable } : { points: new Map(), notEstimable: 'the estimation did not settle' };
		notEstimable = explain(fit, sessions[fit.time] ?? 0);
		times = fit.time;
	}
	return { points: new Map(), notEstimable: notEstimable ?? 'no scores' };
}

function settled({ converged, observedStandardErrors }: Mmrm): boolean {
	return converged && observedStandardErrors.every(Number.isFinite);
}

function curve(sessions: readonly number[], { means, standardErrors, observedStandardErrors, degreesOfFreedom }: Mmrm) {
	const point = (time: number): AdjustedPoint => {
		const [mean = Number.NaN, se = Number.NaN] = [means[time], standardErrors[time]];
		const margin = tQuantile(0.975, degreesOfFreedom[time] ?? Number.NaN) * (observedStandardErrors[time] ?? Number.NaN);
		return { mean, se, lower: mean - margin, upper: mean + margin };
	};
	return new Map(sessions.map((session, time) => [session, point(time)]));
}

function within({ sessions, n, sums, products }: ScoredPattern, modelled: readonly number[]): Pattern[] {
	const kept = sessions.flatMap((session, place) => (modelled.includes(session) ? [place] : []));
	if (kept.length === 0) return [];
	const product = (i: number, j: number) => products[triangle(Math.min(i, j), Math.max(i, j), sessions.length)] ?? Number.NaN;
	return [
		{
			times: kept.map((place) => modelled.indexOf(sessions[place] ?? 0)),
			n,
			sums: kept.map((place) => sums[place] ?? Number.NaN),
			crossProducts: kept.map((i) => kept.map((j) => product(i, j))),
		},
	];
}

/** Place of row i, column j (i ≤ j) in the upper triangle of a `size` × `size` matrix, row by row. */
function triangle(i: number, j: number, size: number): number {
	return i * size - (i * (i - 1)) / 2 + (j - i);
}

function explain(failure: { reason: string; needed?: number }, session: number): string {
	const needed = failure.needed === undefined ? '' : `, fewer than ${failure.needed}, were scored there and at an earlier session`;
	return `no adjusted mean from session ${session} on: ${failure.reason}${needed}`;
}
