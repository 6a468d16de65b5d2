import { workbookFile, type MadeCell } from '../../workbook-file.ts';
import { zipFile } from '../../zip-file.ts';
import { sheetParts } from './sheet-parts.ts';

const header = ['patient_id', 'condition', 'session_date', 'pain_before'];
const day = (serial: number): MadeCell => ({ attributes: 's="1"', inside: `<v>${serial}</v>` });
const visit = (serial: number, pain: MadeCell): readonly MadeCell[] => ['Zq1', 'knee pain', day(serial), pain];
const error: MadeCell = { attributes: 't="e"', inside: '<v>#N/A</v>' };

/** Workbooks, good and bad. */
export const workbookFiles: Readonly<Record<string, Buffer>> = {
	'xlsx/dates.xlsx': workbookFile([{ name: 'May', rows: [header, visit(45_352, 7), visit(45_359, 5.4)] }]),
	'xlsx/dates-1904.xlsx': workbookFile([{ name: 'May', rows: [header, visit(43_890, 7), visit(43_897, 5)] }], { since1904: true }),
	'xlsx/dates-without-format.xlsx': workbookFile([{ name: 'May', rows: [header, ['Zq1', 'knee pain', 45_352, 7], ['Zq1', 'knee pain', 45_359, 5]] }]),
	'xlsx/29-february-1900.xlsx': workbookFile([{ name: 'May', rows: [header, visit(60, 7), visit(45_359, 5)] }]),
	'xlsx/error-cells.xlsx': workbookFile([{ name: 'May', rows: [header, visit(45_352, error), visit(45_359, 5)] }]),
	'xlsx/only-error-cells.xlsx': workbookFile([{ name: 'May', rows: [header, visit(45_352, error)] }]),
	'xlsx/score-column-empty.xlsx': workbookFile([{ name: 'May', rows: [header, visit(45_352, null)] }]),
	'xlsx/two-sheets.xlsx': workbookFile([{ name: 'April', rows: [header, visit(45_352, 7)] }, { name: 'May', rows: [header, visit(45_359, 5)] }]),
	'xlsx/hidden-second-sheet.xlsx': workbookFile([{ name: 'April', rows: [header, visit(45_352, 7)] }, { name: 'May', rows: [header, visit(45_359, 5)], state: 'hidden' }]),
	'xlsx/empty-sheet.xlsx': workbookFile([{ name: 'May', rows: [] }]),
	'xlsx/header-only.xlsx': workbookFile([{ name: 'May', rows: [header] }]),
	'xlsx/title-rows.xlsx': workbookFile([{ name: 'May', rows: [['Visits of May'], [], header, visit(45_352, 7)] }]),
	'xlsx/formulas.xlsx': workbookFile([{ name: 'May', rows: [header, visit(45_352, { attributes: '', inside: '<f>1+6</f><v>7</v>' }), visit(45_359, { attributes: '', inside: '<f>1+4</f>' })] }]),
	'xlsx/far-cell.xlsx': workbookFile([{ name: 'May', rows: { 1: header, 2: visit(45_352, 7), 1048576: [null, null, null, 5] } }]),
	'xlsx/cell-beyond-the-last-column.xlsx': zipFile(sheetParts('<sheetData><row r="1"><c r="ZZZZZZZ1"><v>1</v></c></row></sheetData>')),
	'xlsx/csv-as.xlsx': Buffer.from(`${header.join(',')}\nZq1,knee pain,2024-03-01,7\n`),
	'xlsx/workbook-as.csv': workbookFile([{ name: 'May', rows: [header, visit(45_352, 7)] }]),
	'xlsx/truncated.xlsx': workbookFile([{ name: 'May', rows: [header, visit(45_352, 7)] }]).subarray(0, 900),
	'xlsx/broken-xml.xlsx': zipFile(sheetParts('<sheetData><row r="1"><c')),
	'xlsx/entities.xlsx': zipFile({
		...sheetParts('<sheetData><row r="1"><c r="A1" t="s"><v>0</v></c></row></sheetData>'),
		'xl/sharedStrings.xml': `<?xml version="1.0"?><!DOCTYPE sst [<!ENTITY a "ha"><!ENTITY b "&a;&a;&a;&a;&a;&a;&a;&a;"><!ENTITY c SYSTEM "file:///etc/passwd">]><sst><si><t>&b;&c;</t></si></sst>`,
	}),
	'xlsx/part-outside.xlsx': zipFile({ ...sheetParts('<sheetData/>'), '../../outside.txt': 'x' }),
	'xlsx/totals-row.xlsx': workbookFile([{ name: 'May', rows: [header, visit(45_352, 7), visit(45_359, 5), ['Total', null, null, { attributes: '', inside: '<f>SUBTOTAL(101,D2:D3)</f><v>6</v>' }]] }]),
	'xlsx/groups-above-header.xlsx': workbookFile([{ name: 'May', rows: [['Patient', null, 'Visit', null], header, visit(45_352, 7)] }]),
	'xlsx/web-page.xls': Buffer.from('<html><table><tr><td>patient_id</td></tr></table></html>'),
	'xlsx/opendocument.ods': zipFile({ mimetype: 'application/vnd.oasis.opendocument.spreadsheet', 'content.xml': '<office:document-content/>' }),
	'xlsx/document.docx': zipFile({ '[Content_Types].xml': '<Types/>', 'word/document.xml': '<w:document/>' }),
	'xlsx/password.xlsx': compoundFile('EncryptedPackage'),
	'xlsx/old.xls': compoundFile('Workbook'),
	'xlsx/old-as.xlsx': compoundFile('Workbook'),
};

/** The container of Office before 2007, with one entry in its directory. */
function compoundFile(entry: string): Buffer {
	const file = Buffer.alloc(1536);
	Buffer.from('d0cf11e0a1b11ae1', 'hex').copy(file);
	file.writeUInt16LE(9, 30);
	file.writeUInt32LE(1, 48);
	file.write(entry, 1024, 'utf16le');
	return file;
}
