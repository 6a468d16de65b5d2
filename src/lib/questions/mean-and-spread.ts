import { clusterInterval } from '#lib/statistics/cluster-interval.ts';
import { meanInterval } from '#lib/statistics/mean-interval.ts';
import { boundsOrNull, type Bounds } from './bounds.ts';

/** Mean with its t interval and the one that allows for what one patient's values have in common, median and quartiles; null where withheld. */
export type MeanAndSpread = Readonly<{
	n: number | null;
	patients: number | null;
	mean: number | null;
	interval: Bounds | null;
	robust: Bounds | null;
	median: number | null;
	q1: number | null;
	q3: number | null;
	suppressed: boolean;
}>;

/** `squares` is the sum over patients of (their total less n times the mean)², over the square of all values, as `clusterInterval` wants it. */
type Sums = Readonly<{ n: number; patients: number; mean: number; sd: number | null; median: number; q1: number; q3: number; squares: number }>;

export function meanAndSpread({ n, patients, mean, sd, median, q1, q3, squares }: Sums): MeanAndSpread {
	const interval = sd === null ? undefined : meanInterval({ n, mean, sd });
	const robust = clusterInterval({ estimate: mean, squares, clusters: patients });
	return { n, patients, mean, interval: boundsOrNull(interval), robust: boundsOrNull(robust), median, q1, q3, suppressed: false };
}

export const withheldMean: MeanAndSpread = { n: null, patients: null, mean: null, interval: null, robust: null, median: null, q1: null, q3: null, suppressed: true };
