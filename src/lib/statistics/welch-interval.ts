import { tQuantile } from './t-quantile.ts';

type Sample = Readonly<{ n: number; mean: number; sd: number }>;

/**
 * Difference of two means with Welch's t interval.
 *
 * Estimates the mean of the population behind `a` less that behind `b`, in the units of the values; `sd` has the divisor
 * n − 1. Values are independent and near enough to normal for their number; the variances need not be equal. `undefined` where
 * a sample has fewer than two values, or where both are constant, for which no variance is known.
 *
 * Welch BL (1947). The generalization of "Student's" problem when several different population variances are involved. Biometrika 34:28–35.
 * R: `t.test(a, b, conf.level = level)$conf.int`
 */
export function welchInterval(a: Sample, b: Sample, level = 0.95): Readonly<{ estimate: number; lower: number; upper: number; df: number }> | undefined {
	if (a.n < 2 || b.n < 2) return undefined;
	const ofA = (a.sd * a.sd) / a.n;
	const ofB = (b.sd * b.sd) / b.n;
	const variance = ofA + ofB;
	if (variance === 0) return undefined;
	const df = (variance * variance) / ((ofA * ofA) / (a.n - 1) + (ofB * ofB) / (b.n - 1));
	const estimate = a.mean - b.mean;
	const margin = tQuantile((1 + level) / 2, df) * Math.sqrt(variance);
	return { estimate, lower: estimate - margin, upper: estimate + margin, df };
}
