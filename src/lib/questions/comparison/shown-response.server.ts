import { withheldCells } from '#lib/server/disclosure/withheld-cells.ts';
import { newcombeInterval } from '#lib/statistics/newcombe-interval.ts';
import { numberNeeded } from '#lib/statistics/number-needed.ts';
import { wilsonInterval } from '#lib/statistics/wilson-interval.ts';
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
	{ threshold, sides: all }: RawComparisonGroup,
	{ response }: Compared,
	minimumCell: number,
): Response | null {
	const responders = withheldCells(all.map(({ responderPatients }) => responderPatients), minimumCell);
	const others = withheldCells(all.map(({ nonResponderPatients }) => nonResponderPatients), minimumCell);
	const small = sides.some((side) => responders[all.indexOf(side)] === true || others[all.indexOf(side)] === true);
	if (threshold === null || small) return null;
	const counts = [countOf(sides[0]), countOf(sides[1])] as const;
	const difference = newcombeInterval(...counts);
	const shares = [wilsonInterval(counts[0].count, counts[0].n), wilsonInterval(counts[1].count, counts[1].n)] as const;
	if (difference === undefined || shares[0] === undefined || shares[1] === undefined) return null;
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
