import { tQuantile } from './t-quantile.ts';

/** Sums of one group: `n` pairs of x and y, their means, and sums of squares and products about those means. */
export type GroupSums = Readonly<{ n: number; meanX: number; meanY: number; sxx: number; sxy: number; syy: number }>;

/**
 * Group means of y at the same x: analysis of covariance with one slope.
 *
 * Estimates, for each of `groups`, the mean y had its x been the mean of all, with a t interval, in the units of y. Assumes one slope
 * and one spread of y about it in all groups; what differs between groups other than x stays in the difference. Where x does not
 * vary within groups the slope is taken as 0 and the means stay unadjusted only if their x are equal too. `undefined` where the
 * spread cannot be estimated (no more pairs than groups and slope), or where groups differ in x but no slope can be told.
 *
 * Cochran WG (1957). Analysis of covariance: its nature and uses. Biometrics 13:261–281.
 * R: `emmeans::emmeans(lm(y ~ group + x), "group", level = level)`, with `at = list(x = mean(x))`
 */
export function adjustedMeans(groups: readonly GroupSums[], level = 0.95): AdjustedMeans | undefined {
	const total = (of: (group: GroupSums) => number) => groups.reduce((sum, group) => sum + of(group), 0);
	const [n, sxx, sxy, syy] = [total((each) => each.n), total((each) => each.sxx), total((each) => each.sxy), total((each) => each.syy)];
	const centre = total((each) => each.n * each.meanX) / n;
	const flat = !(sxx > 0);
	if (flat && groups.some(({ meanX }) => Math.abs(meanX - centre) > 1e-12 * Math.max(1, Math.abs(centre)))) return undefined;
	const df = n - groups.length - (flat ? 0 : 1);
	if (df < 1) return undefined;
	const slope = flat ? 0 : sxy / sxx;
	const variance = Math.max(0, syy - slope * sxy) / df;
	const t = tQuantile((1 + level) / 2, df);
	const means = groups.map(({ n: size, meanX, meanY }) => {
		const away = meanX - centre;
		const estimate = meanY - slope * away;
		const se = Math.sqrt(variance * (1 / size + (flat ? 0 : (away * away) / sxx)));
		return { estimate, lower: estimate - t * se, upper: estimate + t * se };
	});
	return { slope, df, centre, means };
}

export type AdjustedMeans = Readonly<{ slope: number; df: number; centre: number; means: readonly Readonly<{ estimate: number; lower: number; upper: number }>[] }>;
