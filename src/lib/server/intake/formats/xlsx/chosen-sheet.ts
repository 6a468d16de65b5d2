import type { Sheet } from './workbook.ts';

/** The sheet that was asked for or, where none was, the only one that people see and that holds something. */
export async function chosenSheet(sheets: readonly Sheet[], asked: string | undefined, holdsRows: (sheet: Sheet) => Promise<boolean>): Promise<Sheet> {
	const list = sheets.map(({ name }) => name).join(', ');
	if (asked !== undefined) {
		const found = sheets.find(({ name }) => name === asked) ?? sheets.find(({ name }) => name.trim().toLowerCase() === asked.trim().toLowerCase());
		if (found === undefined) throw new Error(`there is no sheet ${asked}; its sheets are: ${list}`);
		return found;
	}
	const seen = sheets.filter(({ visible }) => visible);
	const [only, ...others] = seen;
	if (only !== undefined && others.length === 0) return only;
	const filled: Sheet[] = [];
	for (const sheet of seen) if (await holdsRows(sheet)) filled.push(sheet);
	const [one, ...more] = filled;
	if (one === undefined) throw new Error(`holds no sheet with records: ${list}`);
	if (more.length > 0) throw new Error(`holds several sheets: choose one with --sheet NAME: ${filled.map(({ name }) => name).join(', ')}`);
	return one;
}
