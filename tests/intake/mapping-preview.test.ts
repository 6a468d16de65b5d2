import { access, readdir } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { defaultCodebook } from '#lib/codebook/default-codebook.ts';
import { examineFiles } from '#lib/server/intake/examine-files.ts';
import { importInto } from './import-into.ts';
import { snapshotVisits } from './snapshot-rows.ts';
import { temporaryFolder } from './temporary-folder.ts';
import { workbookFile } from './workbook-file.ts';
import { writeFiles } from './write-files.ts';

const usual = { mapping: { name: 'none', columns: {}, values: {} }, codebook: defaultCodebook, memoryLimit: '500MB' };
const german = ['Kürzel;Datum;Diagnose;Schmerz vor', 'A1;31.12.2025;Knieschmerz;7,5'];

describe('a look at files', () => {
	test('says what each seems to be, and what is open', async () => {
		const folder = await temporaryFolder();
		const paths = await writeFiles(folder, { 'de.csv': german, 'open.csv': ['patient_id,condition,session_date,pain_before', 'P1,knee pain,04/05/2025,5'] });
		const [de, open] = await examineFiles(paths, usual);
		expect({ columns: de?.proposal?.columns.map(({ column }) => column), missing: de?.proposal?.missing, questions: open?.questions.length }).toEqual({ columns: ['patient_id', 'session_date', 'condition', 'pain_before'], missing: [], questions: 1 });
	});

	test('gives the mapping that an import can use', async () => {
		const folder = await temporaryFolder();
		const [examined] = await examineFiles(await writeFiles(folder, { 'de.csv': german }), usual);
		await importInto(folder, { 'de.csv': german }, { mapping: examined?.mapping ?? usual.mapping });
		expect(await snapshotVisits(folder)).toMatchObject([{ patient: 'A1', condition: 'knee-pain', month: '2025-12', pain: 7.5 }]);
	});

	test('names sheet and row of what is open in a workbook', async () => {
		const rows = [['Kürzel', 'Datum', 'Diagnose', 'Schmerz vor'], ['A1', '04.05.2025', 'Knieschmerz', 7]];
		const paths = await writeFiles(await temporaryFolder(), { 'a.xlsx': workbookFile([{ name: 'Besuche', rows }]) });
		const [found] = await examineFiles(paths, usual);
		expect({ missing: found?.proposal?.missing, questions: found?.questions }).toEqual({ missing: [], questions: [expect.stringMatching(/^a\.xlsx:Besuche!2: Datum: dates can be read in two ways/u)] });
	});

	test('leaves nothing behind, in the folder of the files or in a warehouse', async () => {
		const folder = await temporaryFolder();
		await examineFiles(await writeFiles(folder, { 'a.csv': german.join('\r') }), usual);
		const warehouse = await access(join(folder, 'warehouse')).then(() => true, () => false);
		expect({ files: await readdir(folder), warehouse }).toEqual({ files: ['a.csv'], warehouse: false });
	});

	test.each([
		['of a workbook that is none', 'a.xlsx', 'PK?', 'a.xlsx: ends in .xlsx and is no Excel workbook'],
		['of a Parquet file that is none', 'a.parquet', 'PAR1 PAR1', 'a.parquet: cannot be read as a table'],
	])('%s is refused in words', async (_, name, content, message) => {
		const paths = await writeFiles(await temporaryFolder(), { [name]: content });
		await expect(examineFiles(paths, usual)).rejects.toThrow(message);
	});
});
