import { zipFile } from './zip-file.ts';

/** A cell: a text, a number, a truth, nothing, or the XML of the cell's inside with its attributes. */
export type MadeCell = string | number | boolean | null | Readonly<{ attributes: string; inside: string }>;

export type MadeSheet = Readonly<{ name: string; rows: Readonly<Record<number, readonly MadeCell[]>> | readonly (readonly MadeCell[])[]; after?: string; state?: string }>;

/** A workbook as Excel writes one: texts are shared; styles are 0 plain, 1 a date, 2 a date and time, 3 five digits. */
export function workbookFile(sheets: readonly MadeSheet[], { since1904 = false }: Readonly<{ since1904?: boolean }> = {}): Buffer {
	const texts: string[] = [];
	const parts = sheets.map(({ rows, after = '' }, index) => [`xl/worksheets/sheet${index + 1}.xml`, sheetXml(rows, after, texts)] as const);
	const list = sheets.map(({ name, state = 'visible' }, index) => `<sheet name="${name}" sheetId="${index + 1}" state="${state}" r:id="rId${index + 1}"/>`);
	const targets = sheets.map((_, index) => `<Relationship Id="rId${index + 1}" Type="${office}/relationships/worksheet" Target="worksheets/sheet${index + 1}.xml"/>`);
	return zipFile({
		'[Content_Types].xml': '<Types/>',
		'xl/workbook.xml': `${head}<workbook xmlns="${main}" xmlns:r="${office}/relationships"><workbookPr${since1904 ? ' date1904="1"' : ''}/><sheets>${list.join('')}</sheets></workbook>`,
		'xl/_rels/workbook.xml.rels': `${head}<Relationships>${targets.join('')}</Relationships>`,
		'xl/styles.xml': `${head}<styleSheet xmlns="${main}"><numFmts><numFmt numFmtId="164" formatCode="[$-409]d\\-mmm\\-yy;@"/><numFmt numFmtId="165" formatCode="00000"/></numFmts><cellStyleXfs><xf numFmtId="14"/></cellStyleXfs><cellXfs><xf numFmtId="0"/><xf numFmtId="164"/><xf numFmtId="22"/><xf numFmtId="165"/></cellXfs></styleSheet>`,
		'xl/sharedStrings.xml': `${head}<sst xmlns="${main}">${texts.map((text) => `<si><r><t>${text.slice(0, 1)}</t></r><r><t xml:space="preserve">${text.slice(1)}</t></r><rPh><t>hint</t></rPh></si>`).join('')}</sst>`,
		...Object.fromEntries(parts),
	});
}

const head = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\r\n';
const main = 'http://schemas.openxmlformats.org/spreadsheetml/2006/main';
const office = 'http://schemas.openxmlformats.org/officeDocument/2006';

function sheetXml(rows: MadeSheet['rows'], after: string, texts: string[]): string {
	const numbered = Array.isArray(rows) ? rows.map((cells, index) => [index + 1, cells] as const) : Object.entries(rows).map(([row, cells]) => [Number(row), cells] as const);
	const data = numbered.map(([row, cells]) => `<row r="${row}">${cells.map((cell: MadeCell, column: number) => cellXml(cell, `${String.fromCharCode(65 + column)}${row}`, texts)).join('')}</row>`);
	return `${head}<worksheet xmlns="${main}"><sheetData>${data.join('')}</sheetData>${after}</worksheet>`;
}

function cellXml(cell: MadeCell, reference: string, texts: string[]): string {
	if (cell === null) return `<c r="${reference}"/>`;
	if (typeof cell === 'number') return `<c r="${reference}"><v>${cell}</v></c>`;
	if (typeof cell === 'boolean') return `<c r="${reference}" t="b"><v>${cell ? 1 : 0}</v></c>`;
	if (typeof cell === 'object') return `<c r="${reference}" ${cell.attributes}>${cell.inside}</c>`;
	texts.push(cell);
	return `<c r="${reference}" t="s"><v>${texts.length - 1}</v></c>`;
}
