import { withheldCells } from '#lib/server/disclosure/withheld-cells.ts';
import { clusterWelchInterval } from '#lib/statistics/cluster-welch-interval.ts';
import type { RawComparison, RawComparisonGroup, RawSide } from './comparison.server.ts';
import type { Compared } from './compare.ts';
import { coarsened } from './coarsened.ts';
import { poolPairs } from './pool-pairs.ts';
import { shownResponse } from './shown-response.server.ts';
import type { Balance, Comparison, ComparisonResult, Difference, Side } from './result.ts';

const nothing = { unadjusted: null, ancova: null, weighted: null, eValue: null, balance: [], response: null } as const;

/**
 * No comparison where a protocol has fewer followed patients than `minimumCell`, before or after weighting; counts go where the other protocols or
 * those not followed would be derived from them as small cells, and what is then shown is rounded; a level of a covariate goes where few patients of a protocol have it.
 */
export function protect({ groups, step }: RawComparison, minimumCell: number): ComparisonResult {
	const shown = groups.map((group) => ({ group, comparison: coarsened(shownGroup(group, minimumCell), step) }));
	return { conditions: shown.map(({ comparison }) => comparison), pooled: poolPairs(shown) };
}

function shownGroup(group: RawComparisonGroup, minimumCell: number): Comparison {
	const { condition, sides, pair, compared } = group;
	const first = sides.find(({ protocol }) => protocol === pair?.[0]);
	const second = sides.find(({ protocol }) => protocol === pair?.[1]);
	if (first === undefined || second === undefined) return { condition, sides: null, refusal: 'fewer than two protocols are recorded among these episodes', ...nothing };
	const few = [first, second].some(({ followedPatients }) => followedPatients < minimumCell);
	if (few) return { condition, sides: [unshown(first), unshown(second)], refusal: `fewer than ${minimumCell} patients of a protocol have a score at session 1 and a later one`, ...nothing };
	const balance = shownBalance(group, minimumCell);
	const reason = 'reason' in compared ? compared.reason : tooUnlike(compared, minimumCell);
	const estimates = 'reason' in compared || reason !== null ? null : compared;
	const counted = (side: RawSide, index: 0 | 1) => shownSide(side, group, index, estimates, minimumCell);
	const both = [counted(first, 0), counted(second, 1)] as const;
	if (estimates === null) return { condition, sides: both, refusal: reason, ...nothing, balance: balance.map((each) => ({ ...each, after: null })) };
	return {
		condition,
		sides: both,
		refusal: null,
		unadjusted: plainDifference(first, second, group),
		ancova: limits(estimates.ancova),
		weighted: limits(estimates.weighted),
		eValue: estimates.eValue,
		balance,
		response: shownResponse([first, second], both, group, estimates, minimumCell),
	};
}

function tooUnlike({ kept, effective }: Compared, minimumCell: number): string | null {
	if (kept.some((n) => n < minimumCell)) return `the groups do not overlap: fewer than ${minimumCell} episodes of a protocol are in clinics, ages, sexes and chronicities that the other has too`;
	if (effective.some((n) => n < minimumCell)) return `the groups hardly overlap: after weighting, a protocol is worth fewer than ${minimumCell} episodes`;
	return null;
}

function unshown({ protocol }: RawSide): Side {
	return { protocol, episodes: null, n: null, firstMean: null, lastMean: null, effective: null, middle: null };
}

/** The recovery curve shows all protocols of a condition, so counts are withheld where those of another would follow from them. */
function shownSide(side: RawSide, { sides }: RawComparisonGroup, index: 0 | 1, estimates: Compared | null, minimumCell: number): Side {
	const at = sides.indexOf(side);
	const derivable = [sides.map(({ patients }) => patients), sides.map(({ followedPatients }) => followedPatients)].some((patients) => withheldCells(patients, minimumCell)[at] === true);
	const hidden = derivable || small(side.otherPatients, minimumCell);
	const middle = estimates?.middle[index] ?? 0;
	const shareShown = estimates !== null && !small(middle, minimumCell) && !small(estimates.kept[index] - middle, minimumCell);
	return {
		protocol: side.protocol,
		episodes: derivable ? null : side.episodes,
		n: hidden ? null : side.n,
		firstMean: side.firstMean,
		lastMean: estimates === null ? null : side.lastMean,
		effective: estimates?.effective[index] ?? null,
		middle: shareShown ? middle / estimates.kept[index] : null,
	};
}

function shownBalance({ levels, pair, compared }: RawComparisonGroup, minimumCell: number): Balance[] {
	return compared.balance.map((each) => {
		if (each.level === null) return { ...each, suppressed: false };
		const suppressed = (pair ?? []).some((protocol) => {
			const siblings = [...new Set(levels.filter(({ covariate }) => covariate === each.covariate).map(({ level }) => level))];
			const patients = siblings.map((level) => levels.find((row) => row.covariate === each.covariate && row.level === level && row.protocol === protocol)?.patients ?? 0);
			return withheldCells(patients, minimumCell)[siblings.indexOf(each.level ?? '')] === true;
		});
		return suppressed ? { ...each, before: null, after: null, suppressed } : { ...each, suppressed };
	});
}

function plainDifference(first: RawSide, second: RawSide, { repeated }: RawComparisonGroup): Difference | null {
	const [a, b] = [first, second].map(({ n, lastMean, lastSd }) => ({ n, mean: lastMean ?? 0, sd: lastSd ?? 0 }));
	return a === undefined || b === undefined ? null : limits(clusterWelchInterval(a, b, repeated));
}

function limits(interval: Difference | undefined): Difference | null {
	return interval === undefined ? null : { estimate: interval.estimate, lower: interval.lower, upper: interval.upper };
}

function small(count: number, minimumCell: number): boolean {
	return count > 0 && count < minimumCell;
}
