import { fewPatients } from './few-patients.ts';
import { withheldCells } from './withheld-cells.ts';

/** The rows that must go, and among the siblings of each, which have its key, as many more as keep it from being had by subtraction. */
export function withheldRows<Row extends Readonly<{ patients: number }>>(rows: readonly Row[], key: (row: Row) => string, unsafe: (row: Row) => boolean, minimumCell: number): ReadonlySet<Row> {
	const hidden = [...new Set(rows.map(key))].flatMap((name) => {
		const siblings = rows.filter((row) => key(row) === name);
		const cells = withheldCells(siblings.map((row) => (unsafe(row) && !fewPatients(row.patients, minimumCell) ? 1 : row.patients)), minimumCell);
		return siblings.filter((_, index) => cells[index] === true);
	});
	return new Set(hidden);
}
