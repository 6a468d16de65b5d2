import { withheldCells } from '#lib/server/disclosure/withheld-cells.ts';
import { clusterWilsonInterval } from '#lib/statistics/cluster-wilson-interval.ts';
import { numberNeeded } from '#lib/statistics/number-needed.ts';
import { shareCorrelation } from '#lib/statistics/share-correlation.ts';
import { shareDifference } from '#lib/statistics/share-difference.ts';
import type { RawComparisonGroup, RawSide } from './comparison.server.ts';
import type { Compared } from './compare.ts';
import type { Response, Side } from './result.ts';

/**
 * Response at the last score, or null where nobody can be judged, or where few patients of a protocol did or did not respond: one of the
 * two, or another whose number would follow from theirs and the condition's.
 */
export function shownResponse(
	sides: readonly [RawSide, RawSide],
	shown: readonly [Side, Side],
	{ threshold, sides: all, repeated: { responses } }: RawComparisonGroup,
	{ response }: Compared,
	minimumCell: number,
): Response | null {
	const responders = withheldCells(all.map(({ responderPatients }) => responderPatients), minimumCell);
	const others = withheldCells(all.map(({ nonResponderPatients }) => nonResponderPatients), minimumCell);
	const small = sides.some((side) => responders[all.indexOf(side)] === true || others[all.indexOf(side)] === true);
	if (threshold === null || small) return null;
	const counts = [countOf(sides[0]), countOf(sides[1])] as const;
	const shares = [clusterWilsonInterval(counts[0].count, counts[0].n, responses.within[0]), clusterWilsonInterval(counts[1].count, counts[1].n, responses.within[1])] as const;
	if (shares[0] === undefined || shares[1] === undefined) return null;
	const difference = shareDifference(shares[0], shares[1], shareCorrelation(counts, responses.across));
	const weighted = response.se > 0 ? { estimate: response.estimate, lower: response.lower, upper: response.upper } : null;
	const needed = weighted === null ? undefined : numberNeeded(weighted);
	return {
		threshold,
		shares: [{ ...shownCount(counts[0], shown[0]), ...shares[0] }, { ...shownCount(counts[1], shown[1]), ...shares[1] }],
		difference,
		weighted,
		needed: needed === undefined ? null : { ...needed, favours: sides[response.estimate > 0 ? 0 : 1].protocol },
	};
}

function countOf({ responders, n }: RawSide) {
	return { count: responders, n };
}

function shownCount(counted: Readonly<{ count: number; n: number }>, { n }: Side) {
	return n === null ? { count: null, n: null } : counted;
}
