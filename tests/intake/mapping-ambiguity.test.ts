import { describe, expect, test } from 'vitest';
import { defaultCodebook } from '#lib/codebook/default-codebook.ts';
import type { Mapping } from '#lib/server/intake/mapping.ts';
import { examined } from './examined.ts';

const header = 'patient_id,condition,session_date,pain_before,cost';

/** What is asked of a file of visits, whose lines give date, pain and cost. */
async function asked(lines: readonly string[], given: Partial<Mapping> = {}): Promise<readonly string[]> {
	return (await examined('a.csv', [header, ...lines.map((line, row) => `P${row},knee pain,${line}`)], given)).questions;
}

/** How such a file is read, and what is said of it. */
async function settled(lines: readonly string[], given: Partial<Mapping> = {}) {
	const { mapping, notes, questions } = await examined('a.csv', [header, ...lines.map((line, row) => `P${row},knee pain,${line}`)], given);
	return { ...mapping, notes, questions };
}

describe('dates', () => {
	test('in ISO order leave the mapping as it is', async () => {
		expect(await settled(['2025-04-05,5,', '2025-04-06T10:00,5,', ',5,'])).toEqual({ name: 'none', columns: {}, values: {}, notes: [], questions: [] });
	});

	test('that can all be read in two ways are asked about, with the line and the option', async () => {
		expect(await asked(['04/05/2025,5,', '11/12/2025,5,'])).toEqual([
			'a.csv:2: session_date: dates can be read in two ways, as 04/05/2025 can, and none says which number is the day (2 of them): say day first (--dates dmy) or month first (--dates mdy)',
		]);
	});

	test('are read with the day first where one cannot be read otherwise, however far down', async () => {
		const lines = [...Array.from({ length: 3000 }, () => '04/05/2025,5,'), '31/05/2025,5,'];
		expect(await settled(lines)).toMatchObject({
			dates: { order: 'day-month-year' },
			notes: ['a.csv: session_date: dates are read with the day first (--dates dmy): 1 of 3001 cannot be read otherwise'],
			questions: [],
		});
	});

	test('are read with the month first where one cannot be read otherwise', async () => {
		expect(await settled(['04/05/2025,5,', '05/31/2025,5,'])).toMatchObject({ dates: { order: 'month-day-year' }, questions: [] });
	});

	test('of which some have the day first and some the month are refused, with a line of each', async () => {
		expect(await asked(['2025-01-01,5,', '31/05/2025,5,', '05/31/2025,5,'])).toEqual([
			'a.csv:3: session_date: some dates have the day first (1) and some the month (1) (see a.csv:4): write the column in one order, or say which is right (--dates dmy, mdy or ymd) and the others are refused one by one',
		]);
	});

	test('are not asked about where the order is given', async () => {
		expect(await asked(['04/05/2025,5,', '31/05/2025,5,', '05/31/2025,5,'], { dates: { order: 'month-day-year' } })).toEqual([]);
	});

	test('with years of two digits take the only century in which a visit can be, and that is said', async () => {
		expect(await settled(['31/05/25,5,', '05/06/98,5,'])).toMatchObject({
			dates: { pivot: 27 },
			questions: ['a.csv:2: session_date: dates can be read in two ways, as 04/05/2025 can, and none says which number is the day (1 of them): say day first (--dates dmy) or year first (--dates ymd)'],
			notes: [expect.stringContaining('years of two digits are read as 1927 to 2026 (--two-digit-years 27')],
		});
	});

	test('with years of two digits and a day that is sure are read', async () => {
		expect(await settled(['31/05/98,5,', '05/06/25,5,'])).toMatchObject({ dates: { order: 'day-month-year', pivot: 27 }, questions: [] });
	});

	test('with months by their names, or with the year first and nothing between, need no order', async () => {
		expect(await settled(['31 Mar 2025,5,', '1 April 2025,5,', '20250402,5,'])).toMatchObject({ dates: { order: 'year-month-day', months: { mar: 3, april: 4 } }, notes: [], questions: [] });
	});

	test('that are numbers of a spreadsheet are asked about', async () => {
		expect(await asked(['45717,5,', '45718,5,'])).toEqual(['a.csv:2: session_date: values are whole numbers (2), as a spreadsheet stores dates: format the column as dates such as 2025-03-31 in the spreadsheet, and save it again']);
	});
});

describe('numbers', () => {
	test('with a decimal comma are read so, and that is said', async () => {
		expect(await settled(['2025-01-01,"7,5","1.250,00"'])).toMatchObject({ decimal: ',', notes: ['a.csv: pain_before: numbers are read with a decimal comma (--decimal comma)'], questions: [] });
	});

	test('with a comma before three digits are asked about where nothing else tells', async () => {
		expect(await asked(['2025-01-01,7,"1,250"', '2025-01-02,7,80'])).toEqual(['a.csv:2: cost: numbers have a comma before three digits (1), which may be decimals or thousands: say --decimal comma or --decimal point']);
	});

	test('with a comma before three digits are thousands where others have a decimal point', async () => {
		expect(await settled(['2025-01-01,7,"1,250"', '2025-01-02,7,80.50'])).toMatchObject({ decimal: '.', questions: [] });
	});

	test('with decimal commas and decimal points are asked about, with a line of each', async () => {
		expect(await asked(['2025-01-01,7.5,80', '2025-01-02,7,"80,50"'])).toEqual([
			'a.csv:2: pain_before: numbers have a decimal comma in cost (1) and a decimal point in pain_before (1) (see a.csv:3): say --decimal comma or --decimal point, or write them in one way',
		]);
	});

	test('are not asked about where the decimal sign is given', async () => {
		expect(await asked(['2025-01-01,7.5,"1,250"', '2025-01-02,7,"80,50"'], { decimal: ',' })).toEqual([]);
	});
});

describe('a column of a 0 to 10 scale', () => {
	test('that holds a 0 to 100 scale is asked about', async () => {
		expect(await asked(['2025-01-01,8,', '2025-01-02,73,', '2025-01-03,40,'])).toEqual([
			'a.csv:3: pain_before: 2 of 3 values are above 20 and up to 100, as on a scale of 0 to 100, and pain_before goes from 0 to 10: say --unit pain_before=points-of-100 to have them divided by ten, or --unit pain_before=points to have those above 10 refused one by one',
		]);
	});

	test.each(['points', 'points-of-100'])('is not asked about where its unit is given, as %s', async (unit) => {
		expect(await asked(['2025-01-01,73,', '2025-01-02,40,'], { units: { pain_before: unit } })).toEqual([]);
	});

	test.each([[['2025-01-01,11,', '2025-01-02,12,']], [['2025-01-01,55,', '2025-01-02,5,']]])('with a slip in few records is left to the checks, as %j', async (lines) => {
		expect(await asked(lines)).toEqual([]);
	});

	test('with a slip or two is left to the checks', async () => {
		expect(await asked([...Array.from({ length: 20 }, () => '2025-01-01,7,'), '2025-01-02,55,', '2025-01-02,77,'])).toEqual([]);
	});
});

describe('identifiers', () => {
	const visits = (ids: readonly string[]) => ['patient_id,condition,session_number,pain_before', ...ids.map((id) => `${id},knee pain,1,5`)];

	test('that a spreadsheet has shortened are refused', async () => {
		expect((await examined('a.csv', visits(['P1', '1.23E+11', '1.23E+11']))).questions).toEqual([
			'a.csv:3: patient_id: values are written as a power of ten (2), as a spreadsheet shortens long numbers, so that different ones look alike: export again with this column as text',
		]);
	});

	test('that all end in .0 lose it, and that is said', async () => {
		expect(await examined('a.csv', visits(['101.0', '102.0']))).toMatchObject({ mapping: { wholeIds: true }, questions: [], notes: ['a.csv: patient_id: every number ends in .0, which was cut off (--whole-ids yes)'] });
	});

	test('of which some end in .0 and others not are asked about, with a line of each', async () => {
		expect((await examined('a.csv', visits(['101', 'P7', '101.0']))).questions).toEqual([
			'a.csv:2: patient_id: some numbers end in .0 (1) and some do not (1), so that one patient may look like two (see a.csv:4): say --whole-ids yes to have the .0 cut off, or --whole-ids no to keep it',
		]);
	});
});

describe('words for no value', () => {
	const table = (...lines: readonly string[]) => examined('a.csv', ['patient_id,condition,session_number,pain_before,side,clinic', ...lines]);

	test('are read as such where a column has one of them, whatever its kind, and that is said', async () => {
		const { mapping, notes } = await table('P1,knee pain,1,NA,left,-', 'P2,knee pain,1,na,NULL,North', 'P3,knee pain,1,5,right,-');
		expect(mapping.missing).toEqual({ pain_before: ['na'], side: ['null'], clinic: ['-'] });
		expect(notes).toEqual(['a.csv: NA was read as missing in pain_before (2 values)', 'a.csv: NULL was read as missing in side (1 value)', 'a.csv: - was read as missing in clinic (2 values)']);
	});

	test('are told of and left as they are where a column has several', async () => {
		const { mapping, notes } = await table('P1,knee pain,1,NA,left,', 'P2,knee pain,1,-,left,');
		expect(mapping.missing).toBeUndefined();
		expect(notes).toEqual(['a.csv: pain_before: several words may stand for no value (- in 1 value, NA in 1 value): name those that do with --missing, or under missing in a mapping']);
	});

	test('are none where the mapping gives them a meaning, where it names others, and in the column of patients', async () => {
		expect((await examined('a.csv', ['patient_id,condition,session_number,pain_before,side', 'P1,knee pain,1,5,NA'], { values: { side: { NA: 'left' } } })).notes).toEqual([]);
		expect((await examined('a.csv', ['patient_id,condition,session_number,pain_before', 'P1,knee pain,1,NA'], { missing: ['-99'] })).mapping.missing).toEqual(['-99']);
		expect((await table('NA,knee pain,1,5,left,North')).mapping.missing).toBeUndefined();
	});

	test('that the codebook knows keep their meaning', async () => {
		const codebook = { ...defaultCodebook, sides: defaultCodebook.sides.map((side) => (side.id === 'left' ? { ...side, synonyms: ['NA'] } : side)) };
		const lines = ['patient_id,condition,session_number,pain_before,side', 'P1,knee pain,1,5,NA'];
		expect((await examined('a.csv', lines, {}, false, codebook)).mapping.missing).toBeUndefined();
		expect((await examined('a.csv', lines)).mapping.missing).toEqual({ side: ['na'] });
	});
});
