import { adjustedMeans, type GroupSums } from '#lib/statistics/adjusted-means.ts';
import { meanInterval } from '#lib/statistics/mean-interval.ts';
import type { Estimate } from './result.ts';

/** Mean change of each group with its t interval, and the same at one first score; `reason` where that cannot be had. */
export function effectOf(groups: readonly GroupSums[]): Readonly<{ changes: readonly (Estimate | null)[]; adjusted: readonly (Estimate | null)[]; reason: string | null }> {
	const changes = groups.map(({ n, meanY, syy }) => meanInterval({ n, mean: meanY, sd: Math.sqrt(Math.max(0, syy) / (n - 1)) }) ?? null);
	const adjusted = groups.length === 0 ? undefined : adjustedMeans(groups);
	return {
		changes,
		adjusted: adjusted?.means ?? groups.map(() => null),
		reason: adjusted !== undefined ? null : groups.length === 0 ? 'no group has enough patients to be shown' : 'the first scores do not vary enough to compare groups at the same first score',
	};
}
