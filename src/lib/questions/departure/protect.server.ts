import { withheldCells } from '#lib/server/disclosure/withheld-cells.ts';
import { meanInterval } from '#lib/statistics/mean-interval.ts';
import type { RawAfter, RawDeparture, RawReason } from './departure.server.ts';
import type { DepartureGroup, DepartureResult, DepartureSide } from './result.ts';

/** Leavers and stayers of a session are shown together or not at all, since the recovery curve gives their sum. */
export function protect({ after, reasons }: RawDeparture, minimumCell: number): DepartureResult {
	const conditions = [...new Set(reasons.map(({ condition }) => condition))];
	return {
		groups: conditions.map((condition) => {
			const ofCondition = (row: { condition: string }) => row.condition === condition;
			return protectGroup(condition, after.filter(ofCondition), reasons.filter(ofCondition), minimumCell);
		}),
	};
}

function protectGroup(condition: string, after: readonly RawAfter[], reasons: readonly RawReason[], minimumCell: number): DepartureGroup {
	const patients = reasons.reduce((sum, row) => sum + row.patients, 0);
	if (patients < minimumCell) return { condition, episodes: null, after: [], reasons: [] };
	const hidden = withheldCells(
		reasons.map((row) => row.patients),
		minimumCell,
	);
	const sessions = [...new Set(after.map(({ session }) => session))];
	return {
		condition,
		episodes: reasons.reduce((sum, { n }) => sum + n, 0),
		after: sessions.map((session) => {
			const left = after.find((row) => row.session === session && !row.stayed);
			const stayed = after.find((row) => row.session === session && row.stayed);
			const suppressed = [left, stayed].some((row) => row !== undefined && row.patients < minimumCell);
			return { session, left: suppressed ? null : side(left), stayed: suppressed ? null : side(stayed), suppressed };
		}),
		reasons: reasons.map(({ reason, n }, index) => ({ reason, n: hidden[index] === true ? null : n })),
	};
}

function side(row: RawAfter | undefined): DepartureSide {
	if (row === undefined) return { n: 0, mean: null, lower: null, upper: null };
	const interval = row.sd === null ? undefined : meanInterval({ n: row.n, mean: row.mean, sd: row.sd });
	return { n: row.n, mean: row.mean, lower: interval?.lower ?? null, upper: interval?.upper ?? null };
}
