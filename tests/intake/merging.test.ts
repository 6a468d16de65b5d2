import { rm } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { importInto } from './import-into.ts';
import { runProgram } from './run-program.ts';
import { snapshotRows, snapshotVisits } from './snapshot-rows.ts';
import { temporaryFolder } from './temporary-folder.ts';
import { writeFiles } from './write-files.ts';

const header = 'patient_id,condition,session_number,session_date,pain_before,session_id,clinic,measure,score,discharge_reason,episode_id';
const told = (...visits: string[]) => ({ 'a.csv': [header, ...visits.map((visit) => `P1,knee pain,${visit}${','.repeat(8 - visit.split(',').length + 1)}`)] });

/** What two imports, one after the other, make of a warehouse: its visits as EPISODE.NUMBER, day and pain, and the second report. */
async function imported(first: readonly string[], second: readonly string[], options: Parameters<typeof importInto>[2] = {}) {
	const folder = await temporaryFolder();
	await importInto(folder, told(...first));
	const report = await importInto(folder, told(...second), options);
	return { folder, report, visits: await visitsOf(folder), reasons: report.refusals.map(({ first: place, reason }) => `${place}: ${reason}`) };
}

async function visitsOf(folder: string): Promise<string[]> {
	return (await snapshotVisits(folder)).map(({ ordinal, number, day, pain }) => `${String(ordinal)}.${String(number)}${day === null ? '' : ` day ${String(day)}`} pain ${String(pain)}`);
}

describe('an export of the next month', () => {
	test('goes on with the course, its days counted from the first visit', async () => {
		const { visits } = await imported([',2024-01-03,7', ',2024-01-10,6'], [',2024-02-01,5', ',2024-02-08,4']);
		expect(visits).toEqual(['1.1 day 0 pain 7', '1.2 day 7 pain 6', '1.3 day 29 pain 5', '1.4 day 36 pain 4']);
	});

	test('comes before the course where its days are earlier', async () => {
		const { visits } = await imported([',2024-02-01,5', ',2024-02-08,4'], [',2024-01-03,7']);
		expect(visits).toEqual(['1.1 day 0 pain 7', '1.2 day 29 pain 5', '1.3 day 36 pain 4']);
	});

	test('opens an episode where the pause is long', async () => {
		const { visits } = await imported([',2024-01-03,7', ',2024-01-10,6'], [',2024-06-01,8']);
		expect(visits).toEqual(['1.1 day 0 pain 7', '1.2 day 7 pain 6', '2.1 day 0 pain 8']);
	});

	test('joins two episodes where its visits fill the pause', async () => {
		const { visits } = await imported([',2024-01-03,7', ',2024-06-01,4'], [',2024-03-20,6']);
		expect(visits).toEqual(['1.1 day 0 pain 7', '1.2 day 77 pain 6', '1.3 day 150 pain 4']);
	});

	test('goes on with numbers where there are no dates', async () => {
		const { visits } = await imported(['1,,7', '2,,6'], ['3,,5']);
		expect(visits).toEqual(['1.1 pain 7', '1.2 pain 6', '1.3 pain 5']);
	});

	test('begins an episode where its numbers begin again', async () => {
		const { visits } = await imported(['1,2024-01-03,7', '2,2024-01-10,6'], ['1,2024-01-24,8', '2,2024-01-31,7']);
		expect(visits).toEqual(['1.1 day 0 pain 7', '1.2 day 7 pain 6', '2.1 day 0 pain 8', '2.2 day 7 pain 7']);
	});

	test('leaves what the warehouse holds of other patients as it is', async () => {
		const folder = await temporaryFolder();
		await importInto(folder, { 'a.csv': [header, 'P2,knee pain,,2024-01-03,3,,,,,,', 'P1,knee pain,,2024-01-03,7,,,,,,'] });
		await importInto(folder, told(',2024-01-10,6'));
		await importInto(folder, { 'a.csv': [header, 'P2,knee pain,,2024-01-10,2,,,,,,'] });
		expect((await snapshotVisits(folder)).map(({ patient, number, day, pain }) => [patient, number, day, pain])).toEqual([
			['P1', 1, 0, 7],
			['P1', 2, 7, 6],
			['P2', 1, 0, 3],
			['P2', 2, 7, 2],
		]);
	});
});

describe('a corrected export', () => {
	test('changes the values it tells, and keeps those it leaves empty', async () => {
		const { folder } = await imported(['1,2024-01-03,7,,North,LEFS,40'], ['1,2024-01-03,6,,,LEFS,44']);
		expect(await snapshotRows(folder, 'SELECT measure, score, clinic FROM scores JOIN episodes USING (episode_key) ORDER BY measure')).toEqual([
			{ measure: 'lefs', score: 44, clinic: 'North' },
			{ measure: 'nprs', score: 6, clinic: 'North' },
		]);
	});

	test('keeps the scores by measures that it does not tell', async () => {
		const { folder } = await imported(['1,2024-01-03,7,,,LEFS,40'], ['1,2024-01-03,,,,ODI,20']);
		expect(await snapshotRows(folder, 'SELECT measure, score FROM scores ORDER BY measure')).toEqual([
			{ measure: 'lefs', score: 40 },
			{ measure: 'nprs', score: 7 },
			{ measure: 'odi', score: 20 },
		]);
	});

	test('is told of in the report, by field', async () => {
		const { report } = await imported(['1,2024-01-03,7,,North', '2,2024-01-10,6,,North'], ['1,2024-01-03,6,,South', '2,2024-01-10,6,,South']);
		expect(report.changed).toEqual([
			{ field: 'clinic', visits: 2 },
			{ field: 'pain_before', visits: 1 },
		]);
	});

	test('leaves a trace of numbers, and of texts only that they changed', async () => {
		const { folder, report } = await imported(['1,2024-01-03,7,,North,LEFS,40'], ['1,2024-01-03,6,,South,LEFS,44']);
		expect(await snapshotRows(folder, 'SELECT import_id, session_number AS number, field, before, after FROM changes ORDER BY field')).toEqual([
			{ import_id: report.snapshot, number: 1, field: 'clinic', before: null, after: null },
			{ import_id: report.snapshot, number: 1, field: 'lefs', before: '40.0', after: '44.0' },
			{ import_id: report.snapshot, number: 1, field: 'pain_before', before: '7.0', after: '6.0' },
		]);
	});

	test('leaves its trace in later snapshots, at the visit wherever that has moved', async () => {
		const { folder } = await imported([',2024-01-10,7'], [',2024-01-10,6']);
		await importInto(folder, told(',2024-01-03,8'));
		await importInto(folder, { 'b.csv': [header, 'P0,hip pain,1,2024-01-03,7,,,,,,'] });
		expect(await snapshotRows(folder, 'SELECT condition, session_number AS number, before, after FROM changes JOIN episodes USING (episode_key)')).toEqual([{ condition: 'knee-pain', number: 2, before: '7.0', after: '6.0' }]);
	});

	test('moves a visit to another day by its session_id', async () => {
		const { visits, report } = await imported([',2024-01-03,7,S1', ',2024-01-10,6,S2'], [',2024-01-05,7,S1']);
		expect({ visits, changed: report.changed }).toEqual({ visits: ['1.1 day 0 pain 7', '1.2 day 5 pain 6'], changed: [{ field: 'session_date', visits: 1 }] });
	});

	test('gives a visit another number by its day', async () => {
		const { visits } = await imported(['1,2024-01-03,7', '2,2024-01-17,6'], ['1,2024-01-03,7', '2,2024-01-10,6', '3,2024-01-17,6']);
		expect(visits).toEqual(['1.1 day 0 pain 7', '1.2 day 7 pain 6', '1.3 day 14 pain 6']);
	});

	test('closes an episode by a discharge told later', async () => {
		const { folder } = await imported(['1,2024-01-03,7', '2,2024-01-10,6'], ['2,2024-01-10,6,,,,,completed']);
		expect(await snapshotRows(folder, 'SELECT visits, discharge_reason FROM episodes')).toEqual([{ visits: 2, discharge_reason: 'completed' }]);
	});

	test('that says the same in other letters changes nothing', async () => {
		const { report } = await imported(['1,2024-01-03,7,,North'], ['1,2024-01-03,7.0,,North']);
		expect(report).toMatchObject({ outcome: 'unchanged', changed: [] });
	});

	test('without dates, numbers or session_ids in common is refused where it might be another episode', async () => {
		const { visits, reasons } = await imported(['1,,7', '2,,6', '3,,5'], ['1,,8', '2,,7']);
		expect({ visits, reasons }).toEqual({
			visits: ['1.1 pain 7', '1.2 pain 6', '1.3 pain 5'],
			reasons: ['a.csv:2: belongs to a course of which the warehouse holds 3 visits and this import only 2, without dates or session_ids that tell which are the same: import the whole course again'],
		});
	});

	test('without dates is taken by its numbers where episode_id names the episode', async () => {
		const { visits } = await imported(['1,,7,,,,,,E1', '2,,6,,,,,,E1'], ['2,,5,,,,,,E1']);
		expect(visits).toEqual(['1.1 pain 7', '1.2 pain 5']);
	});

	test('that gives a number twice to the course is refused, and nothing is lost', async () => {
		const { visits, reasons } = await imported(['1,2024-01-03,7', '2,2024-01-10,6'], ['2,2024-01-11,5', '3,2024-01-17,4']);
		expect({ visits, reasons }).toEqual({
			visits: ['1.1 day 0 pain 7', '1.2 day 7 pain 6'],
			reasons: [
				'a.csv:3: belongs to a course of which another visit clashes: correct that one, or import the whole course with --replace',
				'a.csv:2: session_number stands twice in one episode: correct it, or give episode_id (the warehouse holds the other visit)',
			],
		});
	});
});

describe('with --replace, a course told again', () => {
	test('takes the place of what the warehouse holds of it', async () => {
		const { visits, report } = await imported(['1,2024-01-03,7', '2,2024-01-10,6', '3,2024-01-17,5'], ['1,2024-01-03,7', '2,2024-01-11,6'], { replace: true });
		expect({ visits, notes: report.notes }).toEqual({
			visits: ['1.1 day 0 pain 7', '1.2 day 8 pain 6'],
			notes: ['1 course told again took the place of the 3 visits that the warehouse held of it'],
		});
	});
});

describe('where the key of the days is gone', () => {
	const first = ['1,2024-01-03,7', '2,2024-01-10,6'];

	/** A warehouse whose key file is lost after the first import. */
	async function keyless(...second: readonly string[]) {
		const folder = await temporaryFolder();
		await importInto(folder, told(...first));
		await rm(join(folder, 'warehouse.key'));
		const report = await importInto(folder, { ...told(...second), 'b.csv': [header, 'P2,knee pain,1,2024-01-03,5,,,,,,'] });
		return { report, visits: (await visitsOf(folder)).slice(0, -1) };
	}

	test('a course told in part is refused with the reason, and nothing is lost', async () => {
		const { report, visits } = await keyless('3,2024-01-17,5');
		expect({ reasons: report.refusals.map(({ reason }) => reason), notes: report.notes, visits }).toEqual({
			reasons: ['belongs to a course of which the warehouse holds 2 visits and this import only 1, on days that cannot be read back: import the whole course again'],
			notes: ['the days of 1 episode in the warehouse were hidden with another key, so that no visits can be added there: put the old key file back, or import those courses whole'],
			visits: ['1.1 day 0 pain 7', '1.2 day 7 pain 6'],
		});
	});

	test('a course told whole takes the place of what the warehouse holds of it', async () => {
		const { visits } = await keyless(...first, '3,2024-01-17,5');
		expect(visits).toEqual(['1.1 day 0 pain 7', '1.2 day 7 pain 6', '1.3 day 14 pain 5']);
	});
});

describe('the first day of an episode', () => {
	const twins = { 'a.csv': [header, 'P1,knee pain,1,2024-01-03,7,,,,,,', 'P2,knee pain,1,2024-01-03,7,,,,,,', 'P1,hip pain,1,2024-01-03,7,,,,,,'] };
	const anchors = async (folder: string) => (await snapshotRows(folder, 'SELECT anchor FROM anchors ORDER BY episode_key')).map(({ anchor }) => Number(anchor));

	test('is kept shifted, and otherwise so for each episode', async () => {
		const folder = await temporaryFolder();
		await importInto(folder, twins);
		const shifts = (await anchors(folder)).map((anchor) => anchor - Date.UTC(2024, 0, 3) / 86_400_000);
		expect({ episodes: new Set(shifts).size, unshifted: shifts.filter((shift) => Math.abs(shift) < 400) }).toEqual({ episodes: 3, unshifted: [] });
	});

	test('is kept otherwise with another key', async () => {
		const [one, other] = [await temporaryFolder(), await temporaryFolder()];
		await importInto(one, twins);
		await importInto(other, twins);
		expect(await anchors(one)).not.toEqual(await anchors(other));
	});
});

describe('npm run import', () => {
	/** What the command says of a second file, after a first one of two visits. */
	async function says(visit: string, ...options: string[]): Promise<string[]> {
		const folder = await temporaryFolder();
		await importInto(folder, told('1,2024-01-03,7,,North', '2,2024-01-10,6,,North'));
		const paths = await writeFiles(join(folder, 'second'), told(visit));
		const { stdout } = await runProgram('import', [...paths, '--warehouse', join(folder, 'warehouse'), ...options]);
		return stdout.trimEnd().split('\n').slice(1, -1);
	}

	test('says what an import changed, and what it kept that is worth a look', async () => {
		expect(await says('2,2024-01-10,5,,NORTH')).toEqual(['  kept: a.csv:2: clinic is written in upper and lower case: read as one name', '  pain_before changed in 1 visit']);
	});

	test('replaces courses where --replace is said', async () => {
		expect(await says('1,2024-01-03,7,,North', '--replace')).toEqual(['1 course told again took the place of the 2 visits that the warehouse held of it']);
	});
});
