import { clusterInterval } from '#lib/statistics/cluster-interval.ts';
import { welchInterval } from '#lib/statistics/welch-interval.ts';
import { boundsOrNull } from '../bounds.ts';
import type { Contrast, Outcome, Part } from './result.ts';

type Place = Readonly<{ outcome: Outcome; part: Part; name: string }>;
type Sample = Readonly<{ n: number; mean: number; sd: number | null; squares: number }>;

/** A difference of means with both its intervals, or why it has none. */
export function contrastOf(row: Place & Sample & Readonly<{ othersN: number; othersMean: number; othersSd: number | null; clusters: number }>): Contrast {
	const { outcome, part, name, n, mean, sd, othersN, othersMean, othersSd, clusters, squares } = row;
	const interval = sd === null || othersSd === null ? undefined : welchInterval({ n, mean, sd }, { n: othersN, mean: othersMean, sd: othersSd });
	const robust = clusterInterval({ estimate: mean - othersMean, squares, clusters });
	const notEstimable = interval === undefined ? 'either side has a single visit, or no side varies' : null;
	return { outcome, part, name, n, othersN, mean, othersMean, difference: mean - othersMean, interval: boundsOrNull(interval), robust: boundsOrNull(robust), notEstimable, suppressed: false };
}

export function withheldContrast({ outcome, part, name }: Place): Contrast {
	const nothing = { n: null, othersN: null, mean: null, othersMean: null, difference: null, interval: null, robust: null, notEstimable: null };
	return { outcome, part, name, ...nothing, suppressed: true };
}
