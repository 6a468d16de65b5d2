import { describe, expect, test } from 'vitest';
import type { ImportOptions } from '#lib/server/intake/import-files.ts';
import { importInto } from './import-into.ts';
import { snapshotRows } from './snapshot-rows.ts';
import { temporaryFolder } from './temporary-folder.ts';

const columns = 'patient_id,condition,session_number,session_date,pain_before,discharge_reason,episode_id,side';

/** Places of the visits of a file, as EPISODE.NUMBER, with the days since the episode began. */
async function places(lines: readonly string[], options: Partial<ImportOptions> = {}): Promise<unknown[]> {
	const folder = await temporaryFolder();
	await importInto(folder, { 'a.csv': [columns, ...lines.map((line) => `P1,knee pain,${line}${','.repeat(5 - line.split(',').length + 1)}`)] }, options);
	const found = await snapshotRows(folder, `SELECT concat(ordinal, '.', session_number) AS place, day_offset AS day FROM sessions JOIN episodes USING (episode_key) ORDER BY episode_key, session_number`);
	return found.map(({ place, day }) => (day === null ? place : `${String(place)} day ${String(day)}`));
}

describe('a session number', () => {
	test('that is given is kept, gaps and all', async () => {
		expect(await places(['1,,7', '3,,6', '8,,5'])).toEqual(['1.1', '1.3', '1.8']);
	});

	test('that is given is kept where the course begins in the middle', async () => {
		expect(await places(['4,,7', '5,,6'])).toEqual(['1.4', '1.5']);
	});

	test('is derived from the dates where none is given', async () => {
		expect(await places([',2024-03-08,6', ',2024-03-01,7', ',2024-03-20,5'])).toEqual(['1.1 day 0', '1.2 day 7', '1.3 day 19']);
	});

	test('is derived from the ones before it where some are given', async () => {
		expect(await places(['2,2024-03-01,7', ',2024-03-08,6', '6,2024-03-20,5'])).toEqual(['1.2 day 0', '1.3 day 7', '1.6 day 19']);
	});

	test('is derived as if a refused record had not been there, even one that says a discharge', async () => {
		expect(await places([',2024-03-01,7', ',2024-03-08,77,completed', ',2024-03-20,5'])).toEqual(['1.1 day 0', '1.2 day 19']);
	});

	test('is derived once of a record that is there twice', async () => {
		expect(await places([',2024-03-01,7', ',2024-03-01,7', ',2024-03-08,5', ',2024-03-08,5'])).toEqual(['1.1 day 0', '1.2 day 7']);
	});

	test('keeps visits in the order of their numbers, whatever their order in the file', async () => {
		expect(await places(['3,2024-03-20,5', '1,2024-03-01,7', '2,2024-03-08,6'])).toEqual(['1.1 day 0', '1.2 day 7', '1.3 day 19']);
	});
});

describe('an episode', () => {
	test('ends with a discharge', async () => {
		expect(await places([',2024-03-01,7', ',2024-03-08,6,completed', ',2024-03-15,6'])).toEqual(['1.1 day 0', '1.2 day 7', '2.1 day 0']);
	});

	test('ends where session numbers begin again', async () => {
		expect(await places(['1,2024-03-01,7', '2,2024-03-08,6', '1,2024-03-15,6', '2,2024-03-22,5'])).toEqual(['1.1 day 0', '1.2 day 7', '2.1 day 0', '2.2 day 7']);
	});

	test('ends where session numbers begin again in the file, if there are no dates', async () => {
		expect(await places(['1,,7', '2,,6', '3,,5', '1,,8', '2,,7'])).toEqual(['1.1', '1.2', '1.3', '2.1', '2.2']);
	});

	test('goes on where a record without a date stands in the file again', async () => {
		expect(await places(['1,,7', '2,,6', '3,,5', '2,,6'])).toEqual(['1.1', '1.2', '1.3']);
	});

	test('ends with a pause of more than 90 days', async () => {
		expect(await places([',2024-01-01,7', ',2024-03-31,6', ',2024-06-30,5'])).toEqual(['1.1 day 0', '1.2 day 90', '2.1 day 0']);
	});

	test('ends with a shorter pause where that is asked for', async () => {
		expect(await places([',2024-01-01,7', ',2024-01-15,6', ',2024-01-30,5'], { episodeGap: 14 })).toEqual(['1.1 day 0', '1.2 day 14', '2.1 day 0']);
	});

	test('goes on over a pause where visits have numbers', async () => {
		expect(await places(['1,2024-01-01,7', '2,2024-12-01,6'])).toEqual(['1.1 day 0', '1.2 day 335']);
	});

	test('is what episode_id says, whatever the pause, the discharge and the numbers', async () => {
		expect(await places([',2024-01-01,7,completed,E1', ',2024-12-01,6,,E1', ',2024-12-02,6,,E2'])).toEqual(['1.1 day 0', '1.2 day 335', '1.1 day 0']);
	});

	test('is another on the other side', async () => {
		expect(await places([',2024-03-01,7,,,left', ',2024-03-08,6,,,right', ',2024-03-15,5,,,l'])).toEqual(['1.1 day 0', '1.2 day 14', '1.1 day 0']);
	});

	test('is another for another condition', async () => {
		const folder = await temporaryFolder();
		await importInto(folder, { 'a.csv': [columns, 'P1,knee pain,,2024-03-01,7,,,', 'P1,hip pain,,2024-03-08,7,,,'] });
		expect(await snapshotRows(folder, 'SELECT condition, visits FROM episodes ORDER BY condition')).toEqual([
			{ condition: 'hip-pain', visits: 1 },
			{ condition: 'knee-pain', visits: 1 },
		]);
	});

	test('takes clinic and protocol from its first visit that says them, and the discharge from its last', async () => {
		const folder = await temporaryFolder();
		const lines = ['P1,knee pain,1,,,exercise only,', 'P1,knee pain,2,,North,exercise only,', 'P1,knee pain,3,,South,deep tissue massage,completed'];
		await importInto(folder, { 'a.csv': ['patient_id,condition,session_number,pain_before,clinic,protocol,discharge_reason', ...lines] });
		expect(await snapshotRows(folder, 'SELECT clinic, protocol, protocols, discharge_reason, visits, last_session FROM episodes')).toEqual([
			{ clinic: 'North', protocol: 'exercise-only', protocols: 2, discharge_reason: 'completed', visits: 3, last_session: 3 },
		]);
	});

	test('begins in the quarter of its first visit', async () => {
		const folder = await temporaryFolder();
		await importInto(folder, { 'a.csv': ['patient_id,condition,session_date,pain_before', 'P1,knee pain,2023-12-31,5', 'P1,knee pain,2024-01-01,5', 'P2,knee pain,2024-04-01,5'] });
		expect(await snapshotRows(folder, 'SELECT period FROM episodes ORDER BY period')).toEqual([{ period: '2023-Q4' }, { period: '2024-Q2' }]);
	});
});
