import { openStored, type Source } from '../source.ts';
import { isCompound, isEncryptedWorkbook } from './encrypted-workbook.ts';
import type { Look } from './look-at.ts';
import type { Workspace } from './workspace.ts';
import { writeRecords } from './write-records.ts';
import { openArchive, type Archive } from './xlsx/archive.ts';
import { readCellFormats } from './xlsx/cell-formats.ts';
import { chosenSheet } from './xlsx/chosen-sheet.ts';
import { fillMerged } from './xlsx/fill-merged.ts';
import { headerRow } from './xlsx/header-row.ts';
import { readMergedCells } from './xlsx/merged-cells.ts';
import { readSharedStrings } from './xlsx/shared-strings.ts';
import { sheetRecords } from './xlsx/sheet-records.ts';
import { sheetRows, type Row } from './xlsx/sheet-rows.ts';
import { readWorkbook } from './xlsx/workbook.ts';

const titleRows = 20;

/** Reads one sheet of an Excel workbook into JSON lines; throws where the file is no such workbook, or the sheet is not settled. */
export async function openWorkbook(look: Look, copy: string, workspace: Pick<Workspace, 'mapping' | 'sheet'>): Promise<Source> {
	const { path, name } = look;
	if (await isCompound(path)) throw new Error(`${name}: ${(await isEncryptedWorkbook(path)) ? 'is protected by a password: open it in Excel, take the password off (File, Info) and save it' : 'is a workbook of Excel before 2007 (.xls): open it and save it as .xlsx or CSV'}`);
	const archive = await openArchive(path).catch(() => {
		throw new Error(name.toLowerCase().endsWith('.xlsx') ? `${name}: is a damaged Excel file: fetch it again, or open it in Excel and save it again` : `${name}: is a ZIP or Excel file: save it as CSV and import that`);
	});
	try {
		requireWorkbook(name, archive);
		const notes = await convert(archive, name, copy, workspace);
		const { sha256 } = await openStored(look);
		return { path: copy, name, sha256, format: 'json-lines', notes, converted: true };
	} catch (error) {
		const said = error instanceof Error ? error.message : '';
		throw new Error(said.startsWith(name) ? said : `${name}: ${said}`);
	} finally {
		archive.close();
	}
}

async function convert(archive: Archive, name: string, copy: string, { mapping, sheet: asked }: Pick<Workspace, 'mapping' | 'sheet'>): Promise<readonly string[]> {
	const { sheets, since1904 } = await readWorkbook(archive);
	const context = { strings: await readSharedStrings(archive), formats: await readCellFormats(archive), since1904 };
	const rowsOf = (part: string) => sheetRows(archive, part, context);
	const sheet = await chosenSheet(sheets, asked, async ({ part }) => (await firstRows(rowsOf(part), 1)).length > 0);
	const header = headerRow(await firstRows(rowsOf(sheet.part), titleRows), mapping);
	if (header === undefined) throw new Error(`${name}: the sheet ${sheet.name} is empty`);
	const merged = await readMergedCells(archive, sheet.part);
	const filled = fillMerged(rowsOf(sheet.part), merged.filter(({ first }) => first > header.number));
	const count = await writeRecords(sheetRecords(filled, header, `${name}:${sheet.name}!`, mapping), copy);
	if (count === 0) throw new Error(`${name}: no record below the header of the sheet ${sheet.name}`);
	return [
		...(header.number === 1 ? [] : [`${name}: the columns are named in row ${header.number} of the sheet ${sheet.name}`]),
		...(merged.length === 0 ? [] : [`${name}: ${merged.length} cells merged downwards were read as holding their value on every row`]),
	];
}

function requireWorkbook(name: string, { names }: Archive): void {
	const has = (start: string) => names.some((part) => part.startsWith(start));
	const workbook = has('xl/workbook.xml');
	if (workbook && /\.xlsx|\.xlsm$/iu.test(name)) return;
	if (workbook) throw new Error(`${name}: is an Excel workbook: let its name end in .xlsx`);
	if (has('xl/workbook.bin')) throw new Error(`${name}: is a binary Excel workbook: save it as .xlsx or CSV`);
	if (has('content.xml')) throw new Error(`${name}: is an OpenDocument file: save it as .xlsx or CSV`);
	if (has('word/')) throw new Error(`${name}: is a Word document, not a table: save its table as .xlsx or CSV`);
	throw new Error(`${name}: is a ZIP archive: unpack it and import the files in it`);
}

async function firstRows(rows: AsyncIterable<Row>, count: number): Promise<Row[]> {
	const first: Row[] = [];
	for await (const row of rows) {
		first.push(row);
		if (first.length === count) break;
	}
	return first;
}
