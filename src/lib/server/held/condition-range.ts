import type { HeldColumn } from './held-courses.ts';

/** Where the episodes of a condition stand, which are together: from a place up to another. */
export function conditionRange({ codes }: HeldColumn, code: number): Readonly<{ from: number; to: number }> {
	return { from: firstFrom(codes, code), to: firstFrom(codes, code + 1) };
}

/** The first place of a code or a higher one, by halving. */
function firstFrom(codes: HeldColumn['codes'], code: number): number {
	let [low, high] = [0, codes.length];
	while (low < high) {
		const middle = (low + high) >>> 1;
		if ((codes[middle] ?? 0) < code) low = middle + 1;
		else high = middle;
	}
	return low;
}
