type Limited = Readonly<{ estimate: number; lower: number; upper: number }>;

/**
 * Difference of two shares from the limits of each (square and add).
 *
 * Estimates the first share less the second, −1 to 1, its limits as far from it as those of the shares are from theirs, with
 * `correlation` between the two estimates: 0 for independent groups, in which case and with Wilson's limits it is Newcombe's interval.
 *
 * Zou GY, Donner A (2008). Construction of confidence limits about effect measures: a general approach. Stat Med 27:1693–1702.
 * Newcombe RG (1998). Improved confidence intervals for the difference between binomial proportions based on paired data. Stat Med 17:2635–2650.
 * R: `d - sqrt((p1 - l1)^2 - 2 * r * (p1 - l1) * (u2 - p2) + (u2 - p2)^2)`; in pair-sum.R
 */
export function shareDifference(a: Limited, b: Limited, correlation = 0): Limited {
	const estimate = a.estimate - b.estimate;
	const margin = (one: number, other: number) => Math.sqrt(Math.max(0, one ** 2 - 2 * correlation * one * other + other ** 2));
	return { estimate, lower: estimate - margin(a.estimate - a.lower, b.upper - b.estimate), upper: estimate + margin(a.upper - a.estimate, b.estimate - b.lower) };
}
