import { minimumCell } from './minimum-cell.ts';

/** Cells of 1 to 10 are small, by the CMS cell size policy. */
const least = 11;

/** Fewest patients that a cell shown to the public may hold: 11, or the deployment's minimum where that is higher. */
export function publicMinimum(environment: Readonly<Record<string, string | undefined>> = process.env): number {
	return Math.max(least, minimumCell(environment));
}
