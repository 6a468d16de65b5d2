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
	if (a === undefined || b === undefined) return undefined;
	const estimate = a.estimate - b.estimate;
	return {
		estimate,
		lower: estimate - Math.hypot(a.estimate - a.lower, b.upper - b.estimate),
		upper: estimate + Math.hypot(a.upper - a.estimate, b.estimate - b.lower),
	};
}

type Counted = Readonly<{ count: number; n: number }>;
