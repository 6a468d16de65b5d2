import { clusterProportionInterval } from '#lib/statistics/cluster-proportion-interval.ts';
import type { wilsonInterval } from '#lib/statistics/wilson-interval.ts';
import { boundsOrNull, type Bounds } from './bounds.ts';

/** A share of visits; `interval` takes them as independent, `robust` allows for visits alike within a patient. */
export type VisitShare = Readonly<{ count: number; n: number; estimate: number; interval: Bounds; robust: Bounds | null }>;

type Counted = Readonly<{ count: number; n: number; patients: number; squares: number }>;

/** `squares` is as `clusterProportionInterval` wants it; null for no visit. */
export function visitShare({ count, n, patients, squares }: Counted, interval: typeof wilsonInterval): VisitShare | null {
	const found = interval(count, n);
	if (found === undefined) return null;
	const robust = clusterProportionInterval({ count, n, clusters: patients, squares });
	return { count, n, estimate: found.estimate, interval: { lower: found.lower, upper: found.upper }, robust: boundsOrNull(robust) };
}
