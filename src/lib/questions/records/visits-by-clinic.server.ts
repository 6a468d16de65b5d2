import { withheldTable } from '#lib/server/disclosure/withheld-table.ts';
import { everyMonth } from './every-month.ts';
import type { ClinicVisits } from './result.ts';

type Cell = Readonly<{ clinic: string; month: string; visits: number; patients: number }>;

/** Visits of every clinic in every month, without the cells of few patients and those that would give them back beside the totals. */
export function visitsByClinic(cells: readonly Cell[], minimumCell: number): ClinicVisits[] {
	const months = everyMonth(cells.map(({ month }) => month));
	const clinics = [...new Set(cells.map(({ clinic }) => clinic))];
	const known = new Map(cells.map((cell) => [`${cell.month} ${cell.clinic}`, cell]));
	const of = (clinic: string, month: string) => known.get(`${month} ${clinic}`);
	const patients = clinics.map((clinic) => months.map((month) => of(clinic, month)?.patients ?? 0));
	const few = patients.map((row) => row.map((count) => count > 0 && count < minimumCell));
	const withheld = withheldTable(patients, few, minimumCell);
	return clinics.map((clinic, row) => ({ clinic, months: months.map((month, column) => ({ month, visits: withheld[row]?.[column] === true ? null : (of(clinic, month)?.visits ?? 0) })) }));
}
