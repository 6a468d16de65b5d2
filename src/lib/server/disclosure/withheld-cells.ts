/**
 * Which cells of a partition must not be shown, given how many patients each holds: those of 1 to `minimum` − 1, and as
 * many more, smallest first, as it takes that what is withheld adds up to `minimum` or more, since the whole is known.
 */
export function withheldCells(patients: readonly number[], minimum: number): boolean[] {
	const withheld = patients.map((count) => count > 0 && count < minimum);
	const total = () => patients.reduce((sum, count, cell) => sum + (withheld[cell] === true ? count : 0), 0);
	const bySize = patients.map((count, cell) => ({ count, cell })).sort((a, b) => a.count - b.count);
	for (const { count, cell } of bySize) {
		if (total() === 0 || total() >= minimum) break;
		if (count >= minimum) withheld[cell] = true;
	}
	return withheld;
}
