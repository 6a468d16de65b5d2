import { withheldCells } from '#lib/server/disclosure/withheld-cells.ts';
import type { RawPoint } from './recovery-groups.server.ts';
import type { RawRecovery } from './recovery.server.ts';
import type { RecoveryGroup, RecoveryPoint, RecoveryResult } from './result.ts';
import { leftShares } from './left-shares.ts';
import { shiftedMean } from './shifted-mean.ts';
import { shownShares } from './shown-shares.server.ts';
import { tippingPoint } from './tipping-point.ts';

type RawGroup = RawRecovery['groups'][number];

const tenths = Array.from({ length: 11 }, (_, tenth) => tenth);

/**
 * The curve with small cells withheld: groups, points and scores of fewer patients than `minimumCell`, and the parts of a
 * condition that would give a withheld one away by subtraction, at each session and in all.
 */
export function protect(raw: RawRecovery, minimumCell: number): RecoveryResult {
	const conditions = [...new Set(raw.groups.map(({ condition }) => condition))];
	return { groups: conditions.flatMap((condition) => protectSiblings(raw, raw.groups.filter((group) => group.condition === condition), minimumCell)) };
}

function protectSiblings(raw: RawRecovery, siblings: readonly RawGroup[], minimumCell: number): RecoveryGroup[] {
	const hidden = withheldCells(siblings.map(({ patients }) => patients), minimumCell);
	const sessions = [...new Set(siblings.flatMap(({ points }) => points.map(({ session }) => session)))];
	const hiddenAt = new Map(sessions.map((session) => [session, withheldCells(siblings.map((group) => patientsAt(group, session)), minimumCell)]));
	const shares = shownShares(siblings.map(({ ends }) => ends), hidden, minimumCell);
	return siblings.map((group, index) => {
		const name = { condition: group.condition, ...(raw.by === null ? {} : { [raw.by]: group.part }), axis: raw.axis, delta: raw.delta };
		if (hidden[index] === true) return { ...name, episodes: null, points: [], model: null, notEstimable: null, restricted: [], staying: [], notWeighted: null, left: [], shifted: [], tipping: null };
		const points = group.points.map((point) => (hiddenAt.get(point.session)?.[index] === true ? withheldPoint(point) : shownPoint(point, group, minimumCell)));
		const shown = points.filter(({ suppressed }) => !suppressed);
		const shareBy = leftShares(group.ends);
		const left = shown.flatMap(({ session }) => (shares[index]?.has(session) === true ? [{ session, share: shareBy(session) }] : []));
		return {
			...name,
			episodes: group.episodes,
			points,
			model: group.adjusted.model,
			notEstimable: group.adjusted.notEstimable,
			restricted: shown.flatMap(({ session }) => at(group.adjusted.restricted, session)),
			staying: shown.flatMap(({ session }) => at(group.staying.points, session)),
			notWeighted: group.staying.notWeighted,
			left,
			...supposed(left, group, raw),
		};
	});
}

function at<Point extends object>(points: ReadonlyMap<number, Point>, session: number): (Point & Readonly<{ session: number }>)[] {
	const point = points.get(session);
	return point === undefined ? [] : [{ ...point, session }];
}

/** What follows from supposing that those who left did worse. */
function supposed(left: RecoveryGroup['left'], group: RawGroup, { delta, better, thresholds }: RawRecovery): Pick<RecoveryGroup, 'shifted' | 'tipping'> {
	const places = left.flatMap(({ session, share }) => {
		const adjusted = group.adjusted.points.get(session);
		return adjusted === undefined ? [] : [{ session, share, adjusted }];
	});
	const threshold = thresholds.get(group.condition);
	return {
		shifted: delta === null ? [] : places.map(({ session, share, adjusted }) => ({ session, ...shiftedMean(adjusted, share, delta, better) })),
		tipping: threshold === undefined ? null : tippingPoint(places.map(({ session, share, adjusted: { mean } }) => ({ session, mean, left: share })), threshold, better),
	};
}

function patientsAt({ points }: RawGroup, session: number): number {
	return points.find((point) => point.session === session)?.patients ?? 0;
}

function shownPoint(point: RawPoint, { adjusted }: RawGroup, minimumCell: number): RecoveryPoint {
	const { session, n, mean, sd, lower, upper, median, q1, q3 } = point;
	const cells = tenths.map((tenth) => point.cells.find((cell) => cell.tenth === tenth) ?? { n: 0, patients: 0 });
	const hidden = withheldCells(cells.map(({ patients }) => patients), minimumCell);
	const distribution = cells.map((cell, tenth) => (hidden[tenth] === true ? null : cell.n));
	return { session, n, mean, sd, lower, upper, median, q1, q3, distribution, adjusted: adjustedAt(adjusted, session), suppressed: false };
}

function adjustedAt({ points }: RawGroup['adjusted'], session: number): RecoveryPoint['adjusted'] {
	const point = points.get(session);
	return point === undefined ? null : { mean: point.mean, se: point.se, lower: point.lower, upper: point.upper };
}

function withheldPoint({ session }: RawPoint): RecoveryPoint {
	const nothing = { n: null, mean: null, sd: null, lower: null, upper: null, median: null, q1: null, q3: null, distribution: null, adjusted: null };
	return { session, ...nothing, suppressed: true };
}
