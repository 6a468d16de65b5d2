import { withheldBeside } from './withheld-beside.ts';

/** Patients of a month by what became of them; together they are the month's patients. */
export type MonthCells = Readonly<{ month: string; cells: readonly number[] }>;

/**
 * Which months must not be shown: those with a cell of 1 to `minimum` − 1 patients, and as many more as it takes that no such
 * cell follows from the whole of its quarter, its year or all months, which the filters let anyone ask for.
 */
export function withheldMonths(months: readonly MonthCells[], minimum: number): boolean[] {
	let withheld = months.map(({ cells }) => cells.some((count) => count > 0 && count < minimum));
	const width = Math.max(0, ...months.map(({ cells }) => cells.length));
	for (const spanOf of [quarterOf, yearOf, () => '']) {
		for (const span of new Set(months.map(({ month }) => spanOf(month)))) {
			for (let cell = 0; cell < width; cell++) {
				const within = months.map(({ month, cells }) => (spanOf(month) === span ? (cells[cell] ?? 0) : 0));
				const beside = withheldBeside(within, withheld, minimum);
				withheld = withheld.map((already, i) => already || (beside[i] ?? false));
			}
		}
	}
	return withheld;
}

function quarterOf(month: string): string {
	return `${yearOf(month)}-${Math.ceil(Number(month.slice(5)) / 3)}`;
}

function yearOf(month: string): string {
	return month.slice(0, 4);
}
