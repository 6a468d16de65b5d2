import { withheldCells } from '#lib/server/disclosure/withheld-cells.ts';
import type { RawGroup, RawPoint, RawRecovery } from './recovery.server.ts';
import type { RecoveryGroup, RecoveryPoint, RecoveryResult } from './result.ts';

const tenths = Array.from({ length: 11 }, (_, tenth) => tenth);

/**
 * The curve with small cells withheld: groups, points and scores of fewer patients than `minimumCell`, and the protocols of a
 * condition that would give a withheld one away by subtraction, at each session and in all.
 */
export function protect({ groups }: RawRecovery, minimumCell: number): RecoveryResult {
	const conditions = [...new Set(groups.map(({ condition }) => condition))];
	return { groups: conditions.flatMap((condition) => protectSiblings(groups.filter((group) => group.condition === condition), minimumCell)) };
}

function protectSiblings(siblings: readonly RawGroup[], minimumCell: number): RecoveryGroup[] {
	const hidden = withheldCells(siblings.map(({ patients }) => patients), minimumCell);
	const sessions = [...new Set(siblings.flatMap(({ points }) => points.map(({ session }) => session)))];
	const hiddenAt = new Map(sessions.map((session) => [session, withheldCells(siblings.map((group) => patientsAt(group, session)), minimumCell)]));
	return siblings.map((group, index) => {
		const name = { condition: group.condition, ...(group.protocol === '' ? {} : { protocol: group.protocol }) };
		if (hidden[index] === true) return { ...name, episodes: null, points: [], notEstimable: null };
		return {
			...name,
			episodes: group.episodes,
			points: group.points.map((point) => (hiddenAt.get(point.session)?.[index] === true ? withheldPoint(point) : shownPoint(point, group, minimumCell))),
			notEstimable: group.adjusted.notEstimable,
		};
	});
}

function patientsAt({ points }: RawGroup, session: number): number {
	return points.find((point) => point.session === session)?.patients ?? 0;
}

function shownPoint(point: RawPoint, { adjusted }: RawGroup, minimumCell: number): RecoveryPoint {
	const { session, n, mean, sd, lower, upper, median, q1, q3 } = point;
	const cells = tenths.map((tenth) => point.cells.find((cell) => cell.tenth === tenth) ?? { n: 0, patients: 0 });
	const hidden = withheldCells(cells.map(({ patients }) => patients), minimumCell);
	const distribution = cells.map((cell, tenth) => (hidden[tenth] === true ? null : cell.n));
	return { session, n, mean, sd, lower, upper, median, q1, q3, distribution, adjusted: adjusted.points.get(session) ?? null, suppressed: false };
}

function withheldPoint({ session }: RawPoint): RecoveryPoint {
	const nothing = { n: null, mean: null, sd: null, lower: null, upper: null, median: null, q1: null, q3: null, distribution: null, adjusted: null };
	return { session, ...nothing, suppressed: true };
}
