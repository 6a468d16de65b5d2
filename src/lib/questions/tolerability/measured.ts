import { clusterInterval } from '#lib/statistics/cluster-interval.ts';
import { meanInterval } from '#lib/statistics/mean-interval.ts';
import { welchInterval } from '#lib/statistics/welch-interval.ts';
import type { Bounds, Contrast, Outcome, Part, Spread } from './result.ts';

type Place = Readonly<{ outcome: Outcome; part: Part; name: string }>;
type Sample = Readonly<{ n: number; patients: number; mean: number; sd: number | null; squares: number }>;

/** A mean with both its intervals, and the middle of the distribution. */
export function spreadOf(row: Place & Sample & Readonly<{ median: number; q1: number; q3: number }>): Spread {
	const { outcome, part, name, n, patients, mean, sd, squares, median, q1, q3 } = row;
	const interval = sd === null ? undefined : meanInterval({ n, mean, sd });
	const robust = clusterInterval({ estimate: mean, squares, clusters: patients });
	return { outcome, part, name, n, patients, mean, interval: bounds(interval), robust: bounds(robust), median, q1, q3, suppressed: false };
}

export function withheldSpread({ outcome, part, name }: Place): Spread {
	return { outcome, part, name, n: null, patients: null, mean: null, interval: null, robust: null, median: null, q1: null, q3: null, suppressed: true };
}

/** A difference of means with both its intervals, or why it has none. */
export function contrastOf(row: Place & Sample & Readonly<{ othersN: number; othersMean: number; othersSd: number | null; clusters: number }>): Contrast {
	const { outcome, part, name, n, mean, sd, othersN, othersMean, othersSd, clusters, squares } = row;
	const interval = sd === null || othersSd === null ? undefined : welchInterval({ n, mean, sd }, { n: othersN, mean: othersMean, sd: othersSd });
	const robust = clusterInterval({ estimate: mean - othersMean, squares, clusters });
	const notEstimable = interval === undefined ? 'either side has a single visit, or no side varies' : null;
	return { outcome, part, name, n, othersN, mean, othersMean, difference: mean - othersMean, interval: bounds(interval), robust: bounds(robust), notEstimable, suppressed: false };
}

export function withheldContrast({ outcome, part, name }: Place): Contrast {
	const nothing = { n: null, othersN: null, mean: null, othersMean: null, difference: null, interval: null, robust: null, notEstimable: null };
	return { outcome, part, name, ...nothing, suppressed: true };
}

function bounds(interval: Bounds | undefined): Bounds | null {
	return interval === undefined ? null : { lower: interval.lower, upper: interval.upper };
}
