import type { Archive } from './archive.ts';
import { readXml } from './read-xml.ts';

/** How the number of a cell is meant: a date, a number of so many digits with leading zeros, or just a number. */
export type CellFormat = Readonly<{ date: boolean; digits: number }>;

/** Reads how each cell style writes a number, in the order in which cells refer to them. */
export async function readCellFormats(archive: Archive): Promise<readonly CellFormat[]> {
	const codes = new Map<number, string>();
	const formats: CellFormat[] = [];
	let within = false;
	await readXml(archive.text('xl/styles.xml'), {
		open: (name, { numFmtId = '0', formatCode = '' }) => {
			if (name === 'numFmt') codes.set(Number(numFmtId), formatCode);
			if (name === 'cellXfs') within = true;
			if (name === 'xf' && within) formats.push(cellFormat(Number(numFmtId), codes.get(Number(numFmtId))));
		},
		close: (name) => {
			if (name === 'cellXfs') within = false;
		},
	});
	return formats;
}

/** What a number format stands for: by its code, else by the number that Excel gives to its own. */
export function cellFormat(id: number, code: string | undefined): CellFormat {
	if (code === undefined) return { date: (id >= 14 && id <= 17) || id === 22 || (id >= 27 && id <= 36) || (id >= 50 && id <= 58), digits: 0 };
	const tokens = code
		.split(';')[0]
		?.replaceAll(/"[^"]*"|\[[^\]]*\]|\\.|[_*]./gu, '')
		.replaceAll(/am\/pm|a\/p/giu, '')
		.toLowerCase();
	const letters = tokens ?? '';
	if (/^0+$/u.test(letters)) return { date: false, digits: letters.length };
	return { date: letters !== 'general' && (/[yd]/u.test(letters) || (letters.includes('m') && !/[hs]/u.test(letters))), digits: 0 };
}
