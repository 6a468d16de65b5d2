import { meanInterval } from '#lib/statistics/mean-interval.ts';
import { adjustedCurve, type AdjustedCurve } from './adjusted-curve.ts';
import { byGroup } from './by-group.ts';
import type { LastScores } from './left-shares.ts';
import type { CellRow, GroupRow, PointRow, ScoredRows } from './scored-rows.server.ts';

/** A group's curves with the patients behind each number, before any cell is withheld. */
export type RawGroup = GroupRow & Readonly<{ points: readonly RawPoint[]; ends: readonly LastScores[]; adjusted: AdjustedCurve }>;
export type RawPoint = Omit<PointRow, 'group'> & Readonly<{ lower: number | null; upper: number | null; cells: readonly Pick<CellRow, 'tenth' | 'n' | 'patients'>[] }>;

/** Curves of the groups; `one` is what they call a session. */
export function recoveryGroups(scored: ScoredRows, one: string): RawGroup[] {
	const [points, cells, patterns, ends] = [byGroup(scored.points), byGroup(scored.cells), byGroup(scored.patterns), byGroup(scored.ends)];
	return scored.groups.map((each) => {
		const ownCells = cells(each);
		return {
			...each,
			points: points(each).map((point) => ({ ...interval(point), cells: ownCells.filter(({ session }) => session === point.session) })),
			ends: ends(each),
			adjusted: adjustedCurve(patterns(each), one),
		};
	});
}

function interval(point: PointRow) {
	const bounds = point.sd === null ? undefined : meanInterval({ n: point.n, mean: point.mean, sd: point.sd });
	return { ...point, lower: bounds?.lower ?? null, upper: bounds?.upper ?? null };
}
