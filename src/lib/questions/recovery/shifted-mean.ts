import type { Measure } from '#lib/codebook/schema.ts';

type Estimate = Readonly<{ mean: number; lower: number; upper: number }>;

/** The adjusted mean and its interval, had the unseen scores of the share that `left` been `delta` points worse than the model predicts. */
export function shiftedMean({ mean, lower, upper }: Estimate, left: number, delta: number, better: Measure['better']): Estimate {
	const shift = (better === 'lower' ? 1 : -1) * delta * left;
	return { mean: mean + shift, lower: lower + shift, upper: upper + shift };
}
