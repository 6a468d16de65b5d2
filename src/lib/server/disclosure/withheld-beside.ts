/**
 * Which cells of a partition must not be shown, given those `withheld` already and how many patients each cell holds: as many
 * more, smallest first, as it takes that what is withheld adds up to `minimum` or more, since the whole is known.
 */
export function withheldBeside(patients: readonly number[], withheld: readonly boolean[], minimum: number): boolean[] {
	const result = [...withheld];
	let total = patients.reduce((sum, count, cell) => sum + (withheld[cell] === true ? count : 0), 0);
	const shown = patients.map((count, cell) => ({ count, cell })).filter(({ count, cell }) => count > 0 && withheld[cell] !== true);
	for (const { count, cell } of shown.sort((a, b) => a.count - b.count)) {
		if (total === 0 || total >= minimum) break;
		result[cell] = true;
		total += count;
	}
	return result;
}
