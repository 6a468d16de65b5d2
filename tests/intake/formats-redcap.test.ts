import { readFile } from 'node:fs/promises';
import { describe, expect, test } from 'vitest';
import { importInto } from './import-into.ts';
import { snapshotRows, snapshotVisits } from './snapshot-rows.ts';
import { temporaryFolder } from './temporary-folder.ts';

const longitudinal = await readFile('tests/intake/files/redcap-longitudinal.csv', 'utf8');
const sessions = `SELECT patients.patient_id, episodes.*, sessions.* EXCLUDE (episode_key) FROM sessions
	JOIN episodes USING (episode_key) JOIN patients USING (patient_key) ORDER BY ALL`;

const same = [
	'patient_id,condition,sex,symptom_weeks,session_number,pain_before,adverse_event,discharge_reason',
	'syn-1,knee pain,female,12,1,7,bleeding,',
	'syn-1,knee pain,female,12,2,5,,completed',
	'syn-2,hip pain,male,,1,6,,',
	'syn-2,hip pain,male,,3,,bleeding,',
	'syn-4,hip pain,male,3,1,-2,,',
	'syn-4,hip pain,male,3,2,3,,',
	'syn-4,hip pain,male,3,3,1,,',
];

describe('an import of a longitudinal REDCap export', () => {
	test('gives the snapshot of the same visits told row by row', async () => {
		const [folder, other] = [await temporaryFolder(), await temporaryFolder()];
		await importInto(folder, { 'export.csv': longitudinal });
		await importInto(other, { 'same.csv': same });
		expect(await snapshotRows(folder, sessions)).toEqual(await snapshotRows(other, sessions));
	});

	test('says what became of its rows, and names the line of what is refused', async () => {
		const { read, accepted, rejected, refusals, notes } = await importInto(await temporaryFolder(), { 'export.csv': longitudinal });
		expect({ read, accepted, rejected, first: refusals[0]?.first, notes }).toEqual({
			read: 7,
			accepted: 6,
			rejected: 1,
			first: 'export.csv:12',
			notes: expect.arrayContaining([
				'export.csv: is a REDCap export of 12 rows, of which 7 tell of a visit',
				'export.csv: 5 rows without a visit: what they say of the course was given to the later visits of their record',
				'export.csv: 1 records without any visit left out',
				'export.csv: 2 values that are codes for missing data were read as empty',
				'export.csv: sessions were numbered in the order of the events: session_1, session_2, session_3',
			]),
		});
	});

	test('numbers the instances of a repeating form, and reads other names by a mapping', async () => {
		const folder = await temporaryFolder();
		const mapping = { name: 'study', columns: { condition: ['diagnosis'], pain_before: ['nprs'], clinic: ['redcap_data_access_group'] }, values: { condition: { '1': 'knee-pain' } } };
		const lines = ['record_id;redcap_repeat_instrument;redcap_repeat_instance;redcap_data_access_group;diagnosis;nprs;form_1_complete', '7;;;harbour;1;;2', '7;visit;2;harbour;;4;2', '7;visit;1;harbour;;6;2'];
		await importInto(folder, { 'export.csv': lines }, { mapping });
		expect(await snapshotVisits(folder)).toMatchObject([
			{ patient: '7', number: 1, pain: 6 },
			{ patient: '7', number: 2, pain: 4 },
		]);
	});

	test('counts an instance told twice alike once, and refuses one told twice otherwise, with both lines', async () => {
		const lines = ['record_id,redcap_repeat_instrument,redcap_repeat_instance,condition,pain_before', '7,,,knee pain,', '7,visit,1,,6', '7,visit,1,,6', '7,visit,2,,4', '7,visit,2,,5', '7,diary,1,,3'];
		const { accepted, duplicates, refusals } = await importInto(await temporaryFolder(), { 'export.csv': lines });
		expect({ accepted, duplicates, refusals: refusals.map(({ first, reason }) => `${first}: ${reason}`) }).toEqual({
			accepted: 3,
			duplicates: 1,
			refusals: ['export.csv:6: tells of an instance of its form a second time, and otherwise: keep the right one (see export.csv:5)'],
		});
	});

	test('keeps the dates where visits have them', async () => {
		const folder = await temporaryFolder();
		const lines = ['study_id,redcap_event_name,condition,session_date,pain_before', 'A,visit_1_arm_1,knee pain,2024-03-01,6', 'A,visit_2_arm_1,,2024-03-11,4'];
		const { notes } = await importInto(folder, { 'export.csv': lines });
		expect({ numbered: notes.some((note) => note.includes('numbered')), visits: await snapshotVisits(folder) }).toMatchObject({ numbered: false, visits: [{ day: 0, pain: 6 }, { day: 10, pain: 4 }] });
	});

	test('carries no value of one visit to the next that is not of the course', async () => {
		const folder = await temporaryFolder();
		const lines = ['record_id,redcap_event_name,condition,pain_before,soreness_hours', 'A,visit_1_arm_1,knee pain,6,24', 'A,visit_2_arm_1,,4,'];
		await importInto(folder, { 'export.csv': lines });
		expect(await snapshotRows(folder, 'SELECT soreness_hours FROM sessions ORDER BY session_number')).toEqual([{ soreness_hours: 24 }, { soreness_hours: null }]);
	});

	test('with a line that does not fit the header is refused', async () => {
		await expect(importInto(await temporaryFolder(), { 'export.csv': 'record_id,redcap_event_name,pain_before\n1,a,5\n1,a,5,6,7\n' })).rejects.toThrow('export.csv: cannot be read as a REDCap export: some line has more or fewer columns than the header');
	});
});
