import { shareDifference } from './share-difference.ts';
import { wilsonInterval } from './wilson-interval.ts';

/**
 * Difference of two independent shares with Newcombe's hybrid score interval.
 *
 * Estimates the chance behind `count` of `n` in the first group less that in the second, −1 to 1, from Wilson's limits of each.
 * Keeps near its nominal coverage for small groups and shares near 0 or 1. `undefined` where a group is empty; a RangeError for a
 * count outside 0 to n.
 *
 * Newcombe RG (1998). Interval estimation for the difference between independent proportions. Stat Med 17:873–890 (method 10).
 * R: from `prop.test(count, n, correct = FALSE)$conf.int` of each, `d - sqrt((p1 - l1)^2 + (u2 - p2)^2)`
 */
export function newcombeInterval(
	first: Counted,
	second: Counted,
	level = 0.95,
): Readonly<{ estimate: number; lower: number; upper: number }> | undefined {
	const a = wilsonInterval(first.count, first.n, level);
	const b = wilsonInterval(second.count, second.n, level);
	return a === undefined || b === undefined ? undefined : shareDifference(a, b);
}

type Counted = Readonly<{ count: number; n: number }>;
