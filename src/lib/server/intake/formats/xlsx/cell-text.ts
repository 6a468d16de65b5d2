import type { CellFormat } from './cell-formats.ts';
import { plainText } from './plain-text.ts';
import { serialDate } from './serial-date.ts';

/** What the cells of a workbook have in common. */
export type CellContext = Readonly<{ strings: readonly string[]; formats: readonly CellFormat[]; since1904: boolean }>;

/** A cell as its sheet stores it: `type` says how to read `value`, `style` how it is shown. */
export type StoredCell = Readonly<{ type: string; style: number; value: string }>;

/** What a cell holds, as a text file would write it: dates in ISO order, numbers in full, true and false. */
export function cellText({ type, style, value }: StoredCell, { strings, formats, since1904 }: CellContext): string {
	if (type === 's') return strings[Number(value)] ?? '';
	if (type === 'str' || type === 'inlineStr') return plainText(value);
	if (type === 'b') return value === '1' ? 'true' : 'false';
	if (type !== 'n' || value === '') return value;
	const format = formats[style];
	if (format?.date) return serialDate(Number(value), since1904) ?? value;
	return number(value).padStart(format?.digits ?? 0, '0');
}

/** Excel writes 5.4 as 5.4000000000000004: the shortest text of the same number is the one that was typed. */
function number(value: string): string {
	const parsed = Number(value);
	if (!Number.isFinite(parsed)) return value;
	return Math.abs(parsed) < 1e21 && Number.isInteger(parsed) ? BigInt(parsed).toString() : String(parsed);
}
