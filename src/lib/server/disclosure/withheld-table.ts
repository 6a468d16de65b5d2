import { withheldBeside } from './withheld-beside.ts';

/**
 * Which cells of a table must not be shown, where the totals of its rows and of its columns are known: those `withheld` already,
 * and as many more as it takes that each row and each column has none withheld, or two or more that add up to `minimum` or more.
 * One alone would follow from its row's total, and so give back the other of its column.
 */
export function withheldTable(patients: readonly (readonly number[])[], withheld: readonly (readonly boolean[])[], minimum: number): boolean[][] {
	let result = withheld.map((row) => [...row]);
	for (let before = -1; before < total(result); ) {
		before = total(result);
		const byRow = result.map((row, i) => accompanied(patients[i] ?? [], row, minimum));
		result = transposed(transposed(byRow).map((column, j) => accompanied(patients.map((row) => row[j] ?? 0), column, minimum)));
	}
	return result;
}

/** Not one cell alone: beside it the smallest other that holds someone, or else one that holds nobody. */
function accompanied(patients: readonly number[], withheld: readonly boolean[], minimum: number): boolean[] {
	const result = withheldBeside(patients, withheld, minimum);
	if (result.filter(Boolean).length !== 1) return result;
	const shown = patients.map((count, cell) => ({ count: count === 0 ? Infinity : count, cell })).filter(({ cell }) => result[cell] !== true);
	const [other] = shown.sort((a, b) => a.count - b.count || a.cell - b.cell);
	return result.map((already, cell) => already || cell === other?.cell);
}

function total(table: readonly (readonly boolean[])[]): number {
	return table.flat().filter(Boolean).length;
}

function transposed(table: readonly (readonly boolean[])[]): boolean[][] {
	return (table[0] ?? []).map((_, j) => table.map((row) => row[j] ?? false));
}
