import { readFile } from 'node:fs/promises';
import { csvParse } from 'd3-dsv';
import { describe, expect, test } from 'vitest';
import { importInto } from './import-into.ts';
import { snapshotRows } from './snapshot-rows.ts';
import { temporaryFolder } from './temporary-folder.ts';

const header = 'patient_id,condition,session_number,session_date,pain_before,session_id,episode_id,discharge_reason,protocol,sex,age_band,clinic,cost';

/** What an import makes of these records; those of patient P1 for one condition where they begin with a number or date. */
async function imported(...lines: string[]) {
	const folder = await temporaryFolder();
	const report = await importInto(folder, { 'a.csv': [header, ...lines.map((line) => (/^\d{0,3},/u.test(line) ? `P1,knee pain,${line}` : line)).map((line) => `${line}${','.repeat(13 - line.split(',').length)}`)] });
	const quarantine = report.quarantine === null ? [] : csvParse(await readFile(report.quarantine, 'utf8'));
	return { folder, report, reasons: quarantine.map(({ line, field, reason }) => `${line}: ${field}: ${reason}`), flags: report.flags.map(({ first, rows, field, rule }) => `${first}: ${field}: ${rule} (${rows})`) };
}

describe('records of one course that disagree', () => {
	test('by a higher number on an earlier day are refused, and both lines are named', async () => {
		const { report, reasons } = await imported('1,2024-01-03,7', '5,2024-01-10,6', '3,2024-01-17,5');
		expect({ accepted: report.accepted, reasons }).toEqual({ accepted: 2, reasons: ['4: session_number: session_number is lower than that of an earlier day: correct the number or the date, or give episode_id (see a.csv:3)'] });
	});

	test('by the dates of the first and the second visit are refused, and both lines are named', async () => {
		const wrong = 'session_number is lower than that of an earlier day: correct the number or the date, or give episode_id';
		expect((await imported('1,2024-01-10,7', '2,2024-01-03,6', '3,2024-01-17,5')).reasons).toEqual([`2: session_number: ${wrong} (see a.csv:3)`]);
		expect((await imported('1,2024-01-10,7', '2,2024-01-03,6')).reasons).toEqual([`2: session_number: ${wrong} (see a.csv:3)`]);
		expect((await imported('1,2023-01-10,7', '2,2023-01-17,6', '2,2024-01-03,6', '1,2024-01-10,5', '3,2024-01-17,5')).reasons).toEqual([`5: session_number: ${wrong} (see a.csv:4)`]);
	});

	test('in nothing but where the export begins are the end of one episode and the beginning of the next', async () => {
		const { folder, reasons } = await imported('5,2024-01-03,7', '6,2024-01-10,6', '1,2024-01-17,5', '2,2024-01-24,4');
		expect({ reasons, episodes: await snapshotRows(folder, 'SELECT ordinal, visits FROM episodes ORDER BY ordinal') }).toEqual({ reasons: [], episodes: [{ ordinal: 1, visits: 2 }, { ordinal: 2, visits: 2 }] });
	});

	test('by a lower number after a long pause begin a new episode', async () => {
		const { folder } = await imported('1,2024-01-03,7', '5,2024-01-10,6', '3,2024-07-17,5');
		expect(await snapshotRows(folder, 'SELECT ordinal, visits, last_session FROM episodes ORDER BY ordinal')).toEqual([
			{ ordinal: 1, visits: 2, last_session: 5 },
			{ ordinal: 2, visits: 1, last_session: 3 },
		]);
	});

	test('by one session_id for two visits are refused but for the first', async () => {
		const { reasons } = await imported('1,2024-01-03,7,S1', '2,2024-01-10,6,S1', 'P2,knee pain,1,2024-01-03,7,S1');
		expect(reasons).toEqual(['3: session_id: session_id stands for two visits: give each its own (see a.csv:2)']);
	});

	test('by no session_id stay, however many visits there are', async () => {
		const day = (place: number) => new Date(Date.UTC(2024, 0, 1 + place)).toISOString().slice(0, 10);
		const lines = Array.from({ length: 70 }, (_, place) => `${place + 1},${day(place)},7,S${place}`);
		const told = [await imported(...lines), await imported(...lines, `71,${day(70)},6,S3`)];
		expect(told.map(({ reasons }) => reasons)).toEqual([[], ['72: session_id: session_id stands for two visits: give each its own (see a.csv:5)']]);
	});

	test('by two visits of one day without session_ids are refused but for the first', async () => {
		const { reasons } = await imported('1,2024-01-03,7', '2,2024-01-03,6', '3,2024-01-10,5');
		expect(reasons).toEqual(['3: session_date: is a second visit of one day: keep one, or give each its own session_id (see a.csv:2)']);
	});

	test('leave the numbers of the others as if they had not been there', async () => {
		const { folder } = await imported(',2024-01-03,7', ',2024-01-03,6,S2', ',2024-01-10,5');
		expect(await snapshotRows(folder, 'SELECT session_number AS number, day_offset AS day FROM sessions ORDER BY number')).toEqual([
			{ number: 1, day: 0 },
			{ number: 2, day: 7 },
		]);
	});

	test('in a clinic and a cost are refused, and both fields are named', async () => {
		const { reasons } = await imported('1,2024-01-03,7,,,,,,,North,80', '1,2024-01-03,7,,,,,,,South,90');
		expect(reasons).toEqual(['3: clinic: is another record of the same visit with different values (clinic, cost): keep the right one (see a.csv:2)']);
	});

	test('in nothing but what one of them leaves empty are one visit', async () => {
		const { folder, report } = await imported('1,2024-01-03,7,,,,,,,North,', '1,2024-01-03,,,,,,,,,80');
		expect({ accepted: report.accepted, visits: await snapshotRows(folder, 'SELECT clinic, cost, pain_before AS pain FROM sessions') }).toEqual({ accepted: 2, visits: [{ clinic: 'North', cost: 80, pain: 7 }] });
	});

	test('change nothing when they are imported again', async () => {
		const folder = await temporaryFolder();
		const file = { 'a.csv': [header, ...['1,2024-01-03,7', '2,2024-01-10,6', '2,2024-01-17,5', ',2024-01-24,4', '1,2024-01-24,3'].map((line) => `P1,knee pain,${line}${','.repeat(8)}`)] };
		const first = await importInto(folder, file);
		const again = await importInto(folder, file);
		expect({ accepted: first.accepted, outcome: again.outcome, again: again.accepted, rejected: again.rejected }).toEqual({ accepted: 2, outcome: 'unchanged', again: 2, rejected: 3 });
	});
});

describe('what is worth a look is kept and told of, with its first place', () => {
	test.each<[string, readonly string[], string]>([
		['a visit under two session_ids', ['1,2024-01-03,7,S1', '1,2024-01-03,7,S2'], 'a.csv:3: session_id: one visit has two session_ids: it is kept once (1)'],
		['two visits on one day', [',2024-01-03,7,S1', ',2024-01-03,6,S2'], 'a.csv:3: session_date: two visits of one course lie on one day (1)'],
		['a visit after the discharge of its episode', [',2024-01-03,7,,E1,completed', ',2024-01-10,6,,E1'], 'a.csv:3: discharge_reason: a visit follows the discharge of its episode: it is kept in it (1)'],
		['a second discharge', [',2024-01-03,7,,E1,completed', ',2024-01-10,6,,E1,completed'], 'a.csv:3: discharge_reason: an episode has two discharges: the last one counts (1)'],
		['numbers that go on after a discharge', ['1,2024-01-03,7,,,completed', '2,2024-01-10,6'], 'a.csv:3: session_number: session_number goes on counting after a discharge: kept as a new episode (1)'],
		['a second protocol', ['1,2024-01-03,7,,,,exercise only', '2,2024-01-10,6,,,,deep tissue massage', '3,2024-01-17,6,,,,exercise only'], 'a.csv:3: protocol: an episode has two protocols: it counts with its first (1)'],
		['a second sex', ['1,2024-01-03,7,,,,,female', '2,2024-01-10,6,,,,,male'], 'a.csv:3: sex: a patient has two sexes: each episode counts with its own (1)'],
		['a second age band, in another course', ['1,2024-01-03,7,,,,,,30-39', 'P1,hip pain,1,2024-01-10,6,,,,,,40-49'], 'a.csv:3: age_band: a patient has two age bands: each episode counts with its own (1)'],
		['patient_ids that differ by case', ['1,2024-01-03,7', 'p1,knee pain,1,2024-01-03,7'], 'a.csv:3: patient_id: patient_ids differ only by case: they are kept as two patients (1)'],
		[
			'patient_ids that were cut to 15 digits',
			['1234567890123450,knee pain,1,2024-01-03,7', '2234567890123450,knee pain,1,2024-01-03,7'],
			'a.csv:2: patient_id: long patient_ids all end in 0, as a spreadsheet leaves numbers of more than 15 digits: patients may have become one; export them as text (2)',
		],
		['a clinic in upper and lower case', ['1,2024-01-03,7,,,,,,,NORTH', '2,2024-01-10,6,,,,,,,North', '3,2024-01-17,6,,,,,,,north'], 'a.csv:2: clinic: clinic is written in upper and lower case: read as one name (2)'],
	])('%s', async (_, lines, flag) => {
		const { report, flags } = await imported(...lines);
		expect({ rejected: report.rejected, flags }).toEqual({ rejected: 0, flags: [flag] });
	});

	test('a session_id that an earlier import told of under another condition', async () => {
		const folder = await temporaryFolder();
		await importInto(folder, { 'a.csv': [header, `P1,knee pain,1,2024-01-03,7,S1${','.repeat(7)}`] });
		const { flags } = await importInto(folder, { 'b.csv': [header, `P1,hip pain,1,2024-01-03,7,S1${','.repeat(7)}`] });
		expect(flags.map(({ first, field, rule }) => `${first}: ${field}: ${rule.replace(/:.*/u, '')}`)).toEqual(['b.csv:2: session_id: the warehouse keeps this session_id under another condition, side or episode_id']);
	});

	test('unless all is well', async () => {
		expect((await imported('1,2024-01-03,7,S1,,,exercise only,female,30-39,North', '2,2024-01-10,7,S2,,completed,exercise only,female,30-39,North')).flags).toEqual([]);
	});
});

describe('a name', () => {
	test('in upper and lower case is one, in the spelling that has both', async () => {
		const { folder } = await imported('1,2024-01-03,7,,,,,,,NORTH', 'P2,knee pain,1,2024-01-03,7,,,,,,,North');
		expect(await snapshotRows(folder, 'SELECT DISTINCT clinic FROM sessions')).toEqual([{ clinic: 'North' }]);
	});

	test.each([
		['composed letters or not', 'Zoe\u0308 Clinic', 'Zo\u00eb Clinic'],
		['one space or two', 'Zo\u00eb  Clinic', 'Zo\u00eb Clinic'],
		['an unbreakable space', 'Zo\u00eb\u00a0Clinic', 'Zo\u00eb Clinic'],
	])('with %s is one', async (_, written, kept) => {
		const { folder, flags } = await imported(`1,2024-01-03,7,,,,,,,${written}`, `2,2024-01-10,7,,,,,,,${kept}`);
		expect({ clinics: await snapshotRows(folder, 'SELECT DISTINCT clinic FROM sessions'), flags }).toEqual({ clinics: [{ clinic: kept }], flags: [] });
	});

	test('of an earlier import takes the spelling of a later one', async () => {
		const folder = await temporaryFolder();
		await importInto(folder, { 'a.csv': [header, 'P1,knee pain,1,2024-01-03,7,,,,,,,NORTH,'] });
		await importInto(folder, { 'a.csv': [header, 'P2,knee pain,1,2024-01-03,7,,,,,,,North,'] });
		expect(await snapshotRows(folder, 'SELECT DISTINCT clinic FROM sessions')).toEqual([{ clinic: 'North' }]);
	});
});

test('a patient_id in composed letters or not is one patient', async () => {
	const { folder } = await imported('Zoe\u0308-1,knee pain,1,2024-01-03,7', 'Zo\u00eb-1,knee pain,2,2024-01-10,6');
	expect(await snapshotRows(folder, 'SELECT visits FROM episodes')).toEqual([{ visits: 2 }]);
});
