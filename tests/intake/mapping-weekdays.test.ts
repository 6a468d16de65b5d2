import { describe, expect, test } from 'vitest';
import { parseMapping } from '#lib/server/intake/parse-mapping.ts';
import { examined } from './examined.ts';
import { importInto } from './import-into.ts';
import { snapshotVisits } from './snapshot-rows.ts';
import { temporaryFolder } from './temporary-folder.ts';

const visits = (dates: readonly string[]) => ['patient_id,condition,session_date,pain_before', ...dates.map((date, row) => `P${row},knee pain,"${date}",5`)];
const leftOut = (count: number) => `a.csv: session_date: the weekday before a date was left out (${count} value${count === 1 ? '' : 's'})`;

/** The months in which dates are read to lie, and what is said of them. */
async function read(dates: readonly string[], mapping = { name: 'none', columns: {}, values: {} }) {
	const folder = await temporaryFolder();
	const { notes, rejected } = await importInto(folder, { 'a.csv': visits(dates) }, { mapping });
	return { months: (await snapshotVisits(folder)).map((visit) => visit['month']), notes, rejected };
}

describe('a weekday before a date', () => {
	test.each([
		['of a plain date', ['Mon 2024-03-04', 'Tue 2024-04-02']],
		['beside dates without one', ['2024-03-04', 'Tuesday, 2024-04-02']],
		['in German', ['Montag, 04.03.2024', 'Di., 16.04.2024']],
		['in French', ['lundi 04/03/2024', 'mar. 16/04/2024']],
		['in Portuguese', ['segunda-feira, 04/03/2024', 'terça 16/04/2024']],
		['in Russian', ['пн 04.03.2024', 'вторник, 16.04.2024']],
		['beside months by their names', ['lundi 4 mars 2024', 'mar. 16/04/2024']],
		['with the time of day', ['Mon 2024-03-04 14:30', 'Tue 2024-04-02T09:00:00Z']],
	])('is left out %s', async (_, dates) => {
		const { months, rejected } = await read(dates);
		expect({ months, rejected }).toEqual({ months: ['2024-03', '2024-04'], rejected: 0 });
	});

	test('is told of, and met below the records that are looked at first as well', async () => {
		const { months, notes, rejected } = await read([...Array.from({ length: 1200 }, () => '2025-01-01'), 'Mon 2024-03-04']);
		expect({ last: months.filter((month) => month === '2024-03').length, notes, rejected }).toEqual({ last: 1, notes: [leftOut(1)], rejected: 0 });
	});

	test('settles no order of day and month: that is asked', async () => {
		const { questions } = await examined('a.csv', visits(['Mon 04/03/2024', 'Fri 05/04/2024']));
		expect(questions).toEqual([expect.stringContaining('dates can be read in two ways')]);
	});

	test('is a weekday: a date behind any other word is refused', async () => {
		expect(await read(['before 2024-03-04', 'Mon 2024-04-02', 'May 5 2024-01'])).toMatchObject({ months: ['2024-04'], notes: [leftOut(1)], rejected: 2 });
	});

	test('is left out where a mapping names it', async () => {
		const mapping = parseMapping('{"name": "ours", "dates": {"weekdays": ["funday"]}}', 'ours.json');
		expect(await read(['Funday 2024-03-04'], mapping)).toEqual({ months: ['2024-03'], notes: [], rejected: 0 });
	});
});
