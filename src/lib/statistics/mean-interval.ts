import { tQuantile } from './t-quantile.ts';

/**
 * Mean with its t interval.
 *
 * Estimates the population mean from `n` independent scores of mean `mean` and sample standard deviation `sd` (divisor
 * n − 1), all in the units of the score. Assumes scores near enough to normal for their number. `undefined` below two
 * scores; a point where `sd` is 0. The bounds are not kept within the scale of the score.
 *
 * Student (1908). The probable error of a mean. Biometrika 6:1–25.
 * R: `t.test(x, conf.level = level)$conf.int`
 */
export function meanInterval(
	{ n, mean, sd }: Readonly<{ n: number; mean: number; sd: number }>,
	level = 0.95,
): Readonly<{ estimate: number; lower: number; upper: number }> | undefined {
	if (n < 2) return undefined;
	const margin = (tQuantile((1 + level) / 2, n - 1) * sd) / Math.sqrt(n);
	return { estimate: mean, lower: mean - margin, upper: mean + margin };
}
