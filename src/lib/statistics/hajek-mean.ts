import { tQuantile } from './t-quantile.ts';

/** Over scores y with weights w: Σw, Σw², Σwy, Σw²y and Σw²y². Additive. */
export type WeightedSums = Readonly<{ weights: number; squares: number; scores: number; squareScores: number; squareProducts: number }>;

/** `effectiveN` is Kish's: how many equally weighted scores would be as telling. */
export type HajekMean = Readonly<{ mean: number; se: number; lower: number; upper: number; effectiveN: number }>;

/**
 * Weighted mean with a robust t interval, such as of scores weighted by one over the chance that they were seen.
 *
 * Estimates the mean of all whom the weights stand for, in the units of the score: Σwy / Σw. The standard error is the sandwich,
 * √(Σw²(y − mean)²) / Σw, times √(m / (m − 1)) with m the effective number, and t has m − 1 degrees of freedom; with equal weights
 * both are those of the plain mean. Weights are taken as known: where they are fitted by maximum likelihood to whether scores were
 * seen, that makes the interval too wide rather than too narrow. Assumes independent scores, and a chance of being seen for everyone.
 * `undefined` where the effective number is 1 or less, to rounding, or there are no scores; a point where all scores are equal.
 *
 * Hájek J (1971). Comment on Basu D, An essay on the logical foundations of survey sampling. In: Foundations of Statistical Inference.
 * Kish L (1965). Survey Sampling. Lunceford JK, Davidian M (2004). Stat Med 23:2937–2960 (weights taken as known).
 * R: `fit <- lm(y ~ 1, weights = w); sqrt(sandwich::vcovHC(fit, type = "HC0") * m / (m - 1))` with `m <- sum(w)^2 / sum(w^2)`
 */
export function hajekMean({ weights, squares, scores, squareScores, squareProducts }: WeightedSums, level = 0.95): HajekMean | undefined {
	const effectiveN = weights ** 2 / squares;
	if (!(effectiveN > 1 + 1e-9) || !Number.isFinite(effectiveN)) return undefined;
	const mean = scores / weights;
	const spread = squareProducts - 2 * mean * squareScores + mean * mean * squares;
	const deviation = spread > 1e-12 * squareProducts ? Math.sqrt(spread) : 0;
	const se = (deviation / weights) * Math.sqrt(effectiveN / (effectiveN - 1));
	const margin = tQuantile((1 + level) / 2, effectiveN - 1) * se;
	return { mean, se, lower: mean - margin, upper: mean + margin, effectiveN };
}
