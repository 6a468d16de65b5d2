import { strFromU8, unzipSync } from 'fflate';
import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { aboutLines } from '#lib/evidence/about-lines.ts';
import { openArchive } from '#lib/server/intake/formats/xlsx/archive.ts';
import { readCellFormats } from '#lib/server/intake/formats/xlsx/cell-formats.ts';
import { readSharedStrings } from '#lib/server/intake/formats/xlsx/shared-strings.ts';
import { sheetRows } from '#lib/server/intake/formats/xlsx/sheet-rows.ts';
import { readWorkbook } from '#lib/server/intake/formats/xlsx/workbook.ts';
import { xlsx } from '#lib/server/xlsx.ts';
import { temporaryFolder } from '../intake/temporary-folder.ts';

const table = { columns: ['group', 'mean', '=A1'], rows: [['=1+1', 1 / 3, null], ['@SUM(A1)', -2, '+1'], ['<b>&"', 0, '']] };

/** The sheets as the import reads them: names, and rows of cells by column. */
async function read(bytes: Uint8Array): Promise<Record<string, string[][]>> {
	const path = join(await temporaryFolder(), 'a.xlsx');
	await writeFile(path, bytes);
	const archive = await openArchive(path);
	const { sheets, since1904 } = await readWorkbook(archive);
	const context = { strings: await readSharedStrings(archive), formats: await readCellFormats(archive), since1904 };
	const texts: Record<string, string[][]> = {};
	for (const { name, part } of sheets) {
		const rows: string[][] = [];
		for await (const { cells } of sheetRows(archive, part, context)) rows.push(cells.map(({ text }) => text));
		texts[name] = rows;
	}
	archive.close();
	return texts;
}

test('a workbook holds the numbers, and what they are, on a second sheet', async () => {
	const sheets = await read(await xlsx({ columns: ['a'], rows: [[1]] }, [['Snapshot', '01M8']]));
	expect(sheets).toEqual({ Numbers: [['a'], ['1']], About: [['About', 'Text'], ['Snapshot', '01M8']] });
});

test('texts that a spreadsheet would run get an apostrophe, and markup stays text', async () => {
	const { Numbers } = await read(await xlsx(table, []));
	expect(Numbers).toEqual([['group', 'mean', "'=A1"], ["'=1+1", String(1 / 3)], ["'@SUM(A1)", '-2', "'+1"], ['<b>&"', '0']]);
});

test('numbers are numbers in full precision, and no cell is a formula', async () => {
	const sheet = strFromU8(unzipSync(await xlsx(table, []))['xl/worksheets/sheet1.xml'] ?? new Uint8Array());
	expect(sheet).toContain('<c r="B2"><v>0.3333333333333333</v></c>');
	expect(sheet).not.toContain('<f>');
});

test('the same content gives the same bytes at another time', async () => {
	const first = await xlsx(table, [['a', 'b']]);
	await new Promise((later) => setTimeout(later, 2100));
	expect(await xlsx(table, [['a', 'b']])).toEqual(first);
});

test('made-up records say so first, before filters, snapshot, method and citations', () => {
	const about = aboutLines({
		title: 'Pain',
		search: 'condition=knee-pain&clinic=a%26b',
		snapshot: { id: '01M8', publishedAt: '2026-02-03T10:00:00Z', synthetic: true, sessions: 9, episodes: 3 },
		method: { text: ['How.'], formula: ['x'], citations: ['Who 2020'], sql: [], minimumCell: 11 },
		caveats: ['Beware.'],
	});
	expect(about[0]).toEqual(['Synthetic', 'SYNTHETIC DATA: made up to show the product. It describes no patient and supports no claim.']);
	expect(about.slice(1)).toEqual([
		['What', 'Pain'],
		['Filters', 'condition: knee-pain; clinic: a&b'],
		['Snapshot', '01M8, published 3 Feb 2026, 10:00 UTC'],
		['Records', '9 sessions in 3 episodes'],
		['Withheld', 'numbers that rest on fewer than 11 patients'],
		['Method', 'How.'],
		['Formula', 'x'],
		['Beware', 'Beware.'],
		['Citation', 'Who 2020'],
	]);
});
