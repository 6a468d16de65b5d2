import type { Comparison, Difference, Share, Side } from './result.ts';

/**
 * A comparison that does not give a withheld number of episodes away: a mean or share of whole scores, written out to its last digit,
 * is a fraction from which its denominator can be told. `step` is how finely scores are given; shares and balance are given to hundredths.
 */
export function coarsened(comparison: Comparison, step: number): Comparison {
	const { sides, unadjusted, balance, response } = comparison;
	if (sides === null || sides.every(({ n }) => n !== null)) return comparison;
	return {
		...comparison,
		sides: [coarseSide(sides[0], step), coarseSide(sides[1], step)],
		unadjusted: unadjusted === null ? null : coarseDifference(unadjusted, step),
		balance: balance.map((each) => ({ ...each, before: rounded(each.before, 0.01), after: rounded(each.after, 0.01) })),
		response: response === null ? null : { ...response, shares: [coarseShare(response.shares[0]), coarseShare(response.shares[1])], difference: coarseDifference(response.difference, 0.01) },
	};
}

function coarseSide(side: Side, step: number): Side {
	if (side.n !== null) return side;
	return { ...side, firstMean: rounded(side.firstMean, step), lastMean: rounded(side.lastMean, step), effective: rounded(side.effective, 1), middle: null };
}

function coarseShare(share: Share): Share {
	return share.n === null ? { ...share, ...coarseDifference(share, 0.01) } : share;
}

function coarseDifference({ estimate, lower, upper }: Difference, step: number): Difference {
	const at = (value: number) => rounded(value, step) ?? value;
	return { estimate: at(estimate), lower: at(lower), upper: at(upper) };
}

function rounded(value: number | null, step: number): number | null {
	return value === null ? null : Math.round(value / step) / (1 / step);
}
