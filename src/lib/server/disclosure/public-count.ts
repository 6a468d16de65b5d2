const step = 10;

/**
 * A count as the public is told it, by midpoint rounding in steps of 10: 11 to 20 become 15, 21 to 30 become 25, and so on; 0 stays, and 1 to 10, a small
 * cell, is null.
 *
 * OpenSAFELY rounds to midpoint 6 (1 to 6 become 3, 7 to 12 become 9), which goes with its redaction of counts up to 7; cells of up to 10 take steps
 * of 10. Of the difference between two such counts at one step apart 1 to 19 stays possible, at none 0 to 9: never less than a small cell
 * and its edge. Rounding to the nearest 5 leaves 1 to 9, midpoint 6 leaves 1 to 11, of which sums of other counts can take the 11 away.
 *
 * OpenSAFELY documentation, disclosure control: redacting and rounding of counts (midpoint 6). CMS cell size suppression policy (1 to 10).
 */
export function publicCount(count: number): number | null {
	if (count === 0) return 0;
	return count <= step ? null : step * Math.floor((Math.ceil(count) - 1) / step) + step / 2;
}
