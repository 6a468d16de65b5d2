import { describe, expect, test } from 'vitest';
import { examined } from './examined.ts';
import { importInto } from './import-into.ts';
import { snapshotVisits } from './snapshot-rows.ts';
import { temporaryFolder } from './temporary-folder.ts';

const header = 'patient_id,condition,session_date,pain_before';
const visits = (dates: readonly string[]) => [header, ...dates.map((date, row) => `P${row},knee pain,"${date}",5`)];

/** The months in which dates are read to lie, and what is said of them. */
async function months(dates: readonly string[], mapping = { name: 'none', columns: {}, values: {} }) {
	const folder = await temporaryFolder();
	const { notes, rejected } = await importInto(folder, { 'a.csv': visits(dates) }, { mapping });
	return { months: (await snapshotVisits(folder)).map((visit) => visit['month']), notes, rejected };
}

describe('a month by its name', () => {
	test.each([
		['English', ['4 March 2025', 'Mar 4, 2025', '4-Sept-2025', '1st of May 2025', '04MAR2025', 'Monday, 3 March 2025', '2025-Mar-04'], ['03', '03', '09', '05', '03', '03', '03']],
		['German', ['4. März 2025', '4. Mär 2025', '4-Mrz-25', '4. MÄRZ 2025', 'Di., 4. März 2025', '4. Jänner 2025', '4. Dez. 2025 14:30'], ['03', '03', '03', '03', '03', '01', '12']],
		['French', ['4 mars 2025', '1er août 2025', '4 fevrier 2025', '4 janv. 2025', 'le 4 juil. 2025', 'mardi 4 mars 2025'], ['03', '08', '02', '01', '07', '03']],
		['Spanish', ['4 de marzo de 2025', '4-ene-2025', '4 dic 2025'], ['03', '01', '12']],
		['Italian', ['4 marzo 2025', '4 gen 2025', '4 ott. 2025'], ['03', '01', '10']],
		['Dutch', ['4 maart 2025', '4 mrt. 2025', '4 mei 2025'], ['03', '03', '05']],
		['Portuguese', ['4 de março de 2025', '4/mai/2025', '4 de fev. de 2025'], ['03', '05', '02']],
		['Polish', ['4 marca 2025', '4 sty 2025', '4 października 2025', '4 paź 2025'], ['03', '01', '10', '10']],
		['Swedish', ['4 mars 2025', '4 maj 2025', 'den 4 augusti 2025'], ['03', '05', '08']],
		['Danish', ['4. marts 2025', '4. okt. 2025'], ['03', '10']],
		['Finnish', ['4. maaliskuuta 2025', '4. tammi 2025'], ['03', '01']],
		['Russian', ['4 марта 2025', '4 янв. 2025'], ['03', '01']],
	])('is read in %s', async (_, dates, expected) => {
		expect(await months(dates)).toEqual({ months: expected.map((month) => `2025-${month}`), notes: dates.some((date) => date.endsWith('-25')) ? [expect.stringContaining('years of two digits')] : [], rejected: 0 });
	});

	test('is read where it is met first below the records that are looked at', async () => {
		const { months: found } = await months([...Array.from({ length: 1200 }, () => '2025-01-01'), '4. März 2025']);
		expect(found.filter((month) => month === '2025-03')).toHaveLength(1);
	});

	test('that is no day, and a word that is no month, are refused one by one', async () => {
		expect(await months(['30 février 2025', '4 mars 2025', '4 brumaire 2025', 'Marvin 3'])).toEqual({ months: ['2025-03'], notes: [], rejected: 3 });
	});
});

describe('a name of two months', () => {
	test('is asked about, with the languages and their options', async () => {
		const { questions } = await examined('a.csv', visits(['4 lis 2025', '5 lis 2025']));
		expect(questions).toEqual(['a.csv:2: session_date: the month lis (2) is November in Polish or Czech and October in Croatian: say --months pl or --months hr']);
	});

	test('goes by the only language that has all the names of the file, and that is said', async () => {
		expect(await months(['4 lis 2025', '5 sty 2025'])).toEqual({ months: ['2025-11', '2025-01'], notes: ['a.csv: session_date: lis is read as November, since all months are named in Polish (--months pl)'], rejected: 0 });
	});

	test('is not asked about where a mapping says what it is', async () => {
		const dates = { order: 'day-month-year', months: { lis: 10 } } as const;
		expect(await months(['4 lis 2025', '04/05/2025'], { name: 'ours', columns: {}, values: {}, ...{ dates } })).toEqual({ months: ['2025-10', '2025-05'], notes: [], rejected: 0 });
	});
});
