import { clusterInterval } from '#lib/statistics/cluster-interval.ts';
import { clusterProportionInterval } from '#lib/statistics/cluster-proportion-interval.ts';
import { meanInterval } from '#lib/statistics/mean-interval.ts';
import { wilsonInterval } from '#lib/statistics/wilson-interval.ts';
import type { Bounds, Part, Share, Spread } from './result.ts';

type Place = Readonly<{ currency: string; part: Part; name: string }>;
type Sums = Readonly<{ n: number; patients: number; mean: number; sd: number | null; median: number; q1: number; q3: number; squares: number }>;

/** A mean cost with both its intervals, and the middle of the distribution. */
export function spreadOf({ currency, part, name, n, patients, mean, sd, median, q1, q3, squares }: Place & Sums): Spread {
	const interval = sd === null ? undefined : meanInterval({ n, mean, sd });
	const robust = clusterInterval({ estimate: mean, squares, clusters: patients });
	return { currency, part, name, n, patients, mean, interval: bounds(interval), robust: bounds(robust), median, q1, q3, suppressed: false };
}

export function withheldSpread({ currency, part, name }: Place): Spread {
	return { currency, part, name, n: null, patients: null, mean: null, interval: null, robust: null, median: null, q1: null, q3: null, suppressed: true };
}

/** The share of sessions priced within a range, with both its intervals. */
export function shareOf({ count, n, patients, countSquares }: Readonly<{ count: number; n: number; patients: number; countSquares: number }>): Share | null {
	const wilson = wilsonInterval(count, n);
	if (wilson === undefined) return null;
	const robust = clusterProportionInterval({ count, n, clusters: patients, squares: countSquares });
	return { count, n, estimate: wilson.estimate, interval: { lower: wilson.lower, upper: wilson.upper }, robust: bounds(robust) };
}

function bounds(interval: Bounds | undefined): Bounds | null {
	return interval === undefined ? null : { lower: interval.lower, upper: interval.upper };
}
