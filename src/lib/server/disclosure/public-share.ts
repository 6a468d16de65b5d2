import { publicCount } from './public-count.ts';

/** `n` are those that it is a share of; `count` those that it counts, where they are told too. */
type Whole = Readonly<{ n: number; count: number | null }>;

const patientsApart = 10;
const grids = [0.01, 0.02, 0.03, 0.04, 0.05, 0.1, 0.2, 0.25, 0.5];
const z = 1.959963984540054;

/** A share as the public is told it: that of the rounded counts, or, where these are not told, on a grid whose steps are worth 10 patients or more. */
export function publicShare(share: number, { n, count }: Whole): number | null {
	if (count === null) return onGrid(share, n, Math.round);
	const [part, whole] = [publicCount(count), publicCount(n)];
	return part === null || whole === null ? null : whole === 0 ? 0 : toPercent(Math.round, Math.min(1, part / whole));
}

/** A difference between shares of about `n` each, or a bound of one where `rounding` says which way is outward. */
export function onGrid(share: number, n: number, rounding: (value: number) => number): number {
	const grid = grids.find((each) => each * n >= patientsApart) ?? 1;
	return trimmed(grid * rounding(trimmed(share / grid)));
}

/** A share whose whole need not be hidden, to whole percents. */
export function toPercent(rounding: (value: number) => number, share: number): number {
	return trimmed(rounding(trimmed(share * 100)) / 100);
}

/**
 * A limit of a share, outward to whole percents. It follows from the rounded share and the rounded `n` alone, so that it tells no more than
 * they do: the Wilson limit of these, widened as the true one is wider than Wilson's, in steps of a quarter.
 */
export function publicLimit(side: 'lower' | 'upper', { share, limit, shown, n }: Readonly<{ share: number; limit: number; shown: number; n: number }>): number | null {
	const rounded = publicCount(n);
	if (rounded === null || rounded === 0) return null;
	const plain = Math.abs(wilson(share, n, side) - share);
	const ratio = plain === 0 ? 1 : Math.max(1, Math.ceil(4 * (Math.abs(limit - share) / plain) - 0.1) / 4);
	const wide = shown + ratio * (wilson(shown, rounded, side) - shown);
	return toPercent(side === 'lower' ? Math.floor : Math.ceil, Math.min(1, Math.max(0, wide)));
}

function wilson(share: number, n: number, side: 'lower' | 'upper'): number {
	const half = z * Math.sqrt((share * (1 - share)) / n + (z * z) / (4 * n * n));
	return (share + (z * z) / (2 * n) + (side === 'lower' ? -half : half)) / (1 + (z * z) / n);
}

function trimmed(value: number): number {
	return Number(value.toFixed(9));
}
