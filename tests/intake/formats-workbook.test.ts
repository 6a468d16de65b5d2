import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { z } from 'zod';
import { importInto } from './import-into.ts';
import { runProgram } from './run-program.ts';
import { snapshotRows, snapshotVisits } from './snapshot-rows.ts';
import { temporaryFolder } from './temporary-folder.ts';
import { workbookFile, type MadeCell } from './workbook-file.ts';
import { writeFiles } from './write-files.ts';
import { zipFile } from './zip-file.ts';

const header = ['patient_id', 'condition', 'session_date', 'pain_before', 'ultrasound_guided', 'cost'];
const csv = [header.join(','), 'P1,knee pain,2024-02-29,7,true,85.4', 'P1,knee pain,2024-03-08,5.5,false,', '00012,hip pain,1999-12-31,0,,120'];

const day = (serial: number): MadeCell => ({ attributes: 's="1"', inside: `<v>${serial}</v>` });
const rowsFrom = (since: number): MadeCell[][] => [
	header,
	['P1', 'knee pain', day(45351 - since), { attributes: '', inside: '<f>3+4</f><v>7</v>' }, true, { attributes: '', inside: '<v>85.400000000000006</v>' }],
	['P1', { attributes: 't="inlineStr"', inside: '<is><t>knee pain</t></is>' }, { attributes: 's="2"', inside: `<v>${45359.75 - since}</v>` }, 5.5, false, null],
	[{ attributes: 's="3"', inside: '<v>12</v>' }, { attributes: 't="str"', inside: '<f>"hip"&amp;" pain"</f><v>hip pain</v>' }, { attributes: 't="d"', inside: '<v>1999-12-31</v>' }, 0, null, 120],
];
const visits = "SELECT patients.patient_id, sessions.* EXCLUDE (episode_key) FROM sessions JOIN episodes USING (episode_key) JOIN patients USING (patient_key) ORDER BY ALL";

describe('a workbook', () => {
	test.each([
		['counted from 1900', workbookFile([{ name: 'Visits', rows: rowsFrom(0) }])],
		['counted from 1904', workbookFile([{ name: 'Visits', rows: rowsFrom(1462) }], { since1904: true })],
	])('with dates %s gives the snapshot that the same CSV gives', async (_, bytes) => {
		const [folder, other] = [await temporaryFolder(), await temporaryFolder()];
		const report = await importInto(folder, { 'visits.xlsx': bytes });
		await importInto(other, { 'visits.csv': csv });
		expect({ read: report.read, accepted: report.accepted, rows: await snapshotRows(folder, visits) }).toEqual({ read: 3, accepted: 3, rows: await snapshotRows(other, visits) });
	});

	test('names the cell, the sheet and the row of an error, and the row of what breaks a rule', async () => {
		const rows = { 1: header, 3: ['P1', 'knee pain', day(45351), { attributes: 't="e"', inside: '<v>#N/A</v>' }], 4: ['P1', 'knee pain', day(45352), -1], 7: ['P1', 'knee pain', day(45353), 4] };
		const { read, accepted, rejected, refusals } = await importInto(await temporaryFolder(), { 'visits.xlsx': workbookFile([{ name: 'May 2024', rows }]) });
		expect({ read, accepted, rejected, refusals: refusals.map(({ first, reason }) => `${first} ${reason}`).sort() }).toEqual({
			read: 3,
			accepted: 1,
			rejected: 2,
			refusals: ['visits.xlsx:May 2024!3 cell D3 shows #N/A: put the value there, or empty it', 'visits.xlsx:May 2024!4 pain_before must be 0 to 10'],
		});
	});

	test('is imported by the command a person types, and its quarantine names sheet and row', async () => {
		const folder = await temporaryFolder();
		const bytes = workbookFile([{ name: 'May', rows: [...rowsFrom(0), ['P9', 'knee pain', day(45351), -1]] }, { name: 'Staff', rows: [['name']] }]);
		const [file = ''] = await writeFiles(folder, { 'visits.xlsx': bytes });
		const { code, stdout } = await runProgram('import', [file, '--sheet', 'May', '--warehouse', join(folder, 'warehouse'), '--json']);
		const report = z.object({ accepted: z.number(), quarantine: z.string() }).parse(JSON.parse(stdout));
		expect({ code, accepted: report.accepted, quarantine: await readFile(report.quarantine, 'utf8') }).toEqual({
			code: 2,
			accepted: 3,
			quarantine: 'file,line,field,value_class,reason\nvisits.xlsx,May!5,pain_before,whole number,pain_before must be 0 to 10\n',
		});
	});

	test('does not mind an error in a column that is not read', async () => {
		const rows = [[...header, 'remark'], ['P1', 'knee pain', day(45351), 4, null, null, { attributes: 't="e"', inside: '<v>#REF!</v>' }]];
		expect(await importInto(await temporaryFolder(), { 'visits.xlsx': workbookFile([{ name: 'Visits', rows }]) })).toMatchObject({ accepted: 1, files: [{ ignored: ['remark'] }] });
	});

	test('with a title above its header is read from the header on, which the notes say', async () => {
		const folder = await temporaryFolder();
		const { notes } = await importInto(folder, { 'visits.xlsx': workbookFile([{ name: 'Visits', rows: { 1: ['Our visits'], 3: header, 4: ['P1', 'knee pain', day(45351), 4] } }]) });
		expect({ notes, visits: await snapshotVisits(folder) }).toMatchObject({ notes: ['visits.xlsx: the columns are named in row 3 of the sheet Visits'], visits: [{ patient: 'P1', pain: 4 }] });
	});

	test('with a cell merged over rows holds its value on each of them', async () => {
		const folder = await temporaryFolder();
		const rows = [header, ['P1', 'knee pain', day(45351), 7], [null, 'knee pain', day(45358), 5], [null, 'knee pain', day(45365), 4]];
		const { notes } = await importInto(folder, { 'visits.xlsx': workbookFile([{ name: 'Visits', rows, after: '<mergeCells count="2"><mergeCell ref="A2:A4"/><mergeCell ref="E2:F2"/></mergeCells>' }]) });
		expect({ notes, patients: (await snapshotVisits(folder)).map(({ patient }) => patient) }).toEqual({ notes: [expect.stringContaining('1 cells merged downwards')], patients: ['P1', 'P1', 'P1'] });
	});

	test('with one sheet that holds rows needs no choice', async () => {
		const sheets = [{ name: 'Notes', rows: [['hidden']], state: 'hidden' }, { name: 'Visits', rows: rowsFrom(0) }, { name: 'Sheet3', rows: [] }];
		expect(await importInto(await temporaryFolder(), { 'visits.xlsx': workbookFile(sheets) })).toMatchObject({ accepted: 3 });
	});

	test('with several sheets is refused with their names, until one is chosen', async () => {
		const bytes = workbookFile([{ name: 'Visits', rows: rowsFrom(0) }, { name: 'Staff', rows: [['name']] }]);
		const folder = await temporaryFolder();
		await expect(importInto(folder, { 'visits.xlsx': bytes })).rejects.toThrow('visits.xlsx: holds several sheets: choose one with --sheet NAME: Visits, Staff');
		await expect(importInto(folder, { 'visits.xlsx': bytes }, { sheet: 'May' })).rejects.toThrow('visits.xlsx: there is no sheet May; its sheets are: Visits, Staff');
		expect(await importInto(folder, { 'visits.xlsx': bytes }, { sheet: 'visits' })).toMatchObject({ accepted: 3 });
	});

	test.each<[string, string, Buffer, string]>([
		['of Excel before 2007', 'a.xls', compoundFile('Workbook'), 'a.xls: is a workbook of Excel before 2007 (.xls): open it and save it as .xlsx or CSV'],
		['under a password', 'a.xlsx', compoundFile('EncryptedPackage'), 'a.xlsx: is protected by a password: open it in Excel, take the password off'],
		['under the name of a table', 'a.csv', workbookFile([{ name: 'Visits', rows: rowsFrom(0) }]), 'a.csv: is an Excel workbook: let its name end in .xlsx'],
		['that is another archive', 'a.xlsx', zipFile({ 'readme.txt': 'hello' }), 'a.xlsx: is a ZIP archive: unpack it and import the files in it'],
		['of OpenOffice', 'a.xlsx', zipFile({ 'content.xml': '<office/>' }), 'a.xlsx: is an OpenDocument file: save it as .xlsx or CSV'],
		['that was cut off', 'a.xlsx', workbookFile([{ name: 'Visits', rows: rowsFrom(0) }]).subarray(0, 900), 'a.xlsx: is a damaged Excel file: fetch it again'],
		['that is none', 'a.xlsx', Buffer.from('patient_id,condition'), 'a.xlsx: ends in .xlsx and is no Excel workbook'],
		['with a header alone', 'a.xlsx', workbookFile([{ name: 'Visits', rows: [header] }]), 'a.xlsx: no record below the header of the sheet Visits'],
		['with nothing in it', 'a.xlsx', workbookFile([{ name: 'Visits', rows: [] }]), 'a.xlsx: the sheet Visits is empty'],
		['with broken XML', 'a.xlsx', brokenWorkbook(), 'a.xlsx: is damaged: open it in Excel and save it again'],
		['that unpacks without end', 'a.xlsx', bomb(), 'a.xlsx: unpacks to more than 200 times its size'],
	])('%s is refused in words', async (_, name, bytes, words) => {
		await expect(importInto(await temporaryFolder(), { [name]: bytes })).rejects.toThrow(words);
	});
});

/** A file of the kind that Office used before 2007, with one entry in its directory. */
function compoundFile(entry: string): Buffer {
	const bytes = Buffer.alloc(2048);
	Buffer.from('d0cf11e0a1b11ae1', 'hex').copy(bytes);
	bytes.writeUInt16LE(9, 30);
	bytes.writeUInt32LE(1, 48);
	Buffer.from(entry, 'utf16le').copy(bytes, 1024);
	return bytes;
}

function brokenWorkbook(): Buffer {
	return workbookFile([{ name: 'Visits', rows: rowsFrom(0), after: '</sheetData></oops>' }]);
}

function bomb(): Buffer {
	return workbookFile([{ name: 'Visits', rows: [header], after: ' '.repeat(257 * 1024 * 1024) }]);
}
