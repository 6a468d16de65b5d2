import { expect, test } from 'vitest';
import { importInto } from './import-into.ts';
import { snapshotRows } from './snapshot-rows.ts';
import { temporaryFolder } from './temporary-folder.ts';

const header = 'patient_id,condition,session_number,session_date,pain_before,clinic,ultrasound_guided';
const usual = Array.from({ length: 12_000 }, (_, place) => `P${place},knee pain,1,2024-03-01,5,North,true`);
const unusual = ['U1, KNEE-Pain ,1.0,2024-03-01 10:00,5.0, North ,YES', 'U2,"hip\npain",+2,2024-03-02T09:30:00Z,.5,South,n', 'U3,elbow,1,2024-03-01,5,North,true'];

test('a spelling that stands far down a file is read as it is at its head', async () => {
	const folders = [await temporaryFolder(), await temporaryFolder()];
	const [last = '', first = ''] = folders;
	const reports = [await importInto(last, { 'a.csv': [header, ...usual, ...unusual] }), await importInto(first, { 'a.csv': [header, ...unusual, ...usual] })];
	const read = await Promise.all(
		folders.map((folder) => snapshotRows(folder, `SELECT patient_id, condition, session_number, sessions.period, pain_before, sessions.clinic, ultrasound_guided FROM sessions JOIN episodes USING (episode_key) JOIN patients USING (patient_key) WHERE patient_id LIKE 'U%' ORDER BY 1`)),
	);
	const expected = [
		{ patient_id: 'U1', condition: 'knee-pain', session_number: 1, period: '2024-03', pain_before: 5, clinic: 'North', ultrasound_guided: true },
		{ patient_id: 'U2', condition: 'hip-pain', session_number: 2, period: '2024-03', pain_before: 0.5, clinic: 'South', ultrasound_guided: false },
	];
	expect({ rejected: reports.map(({ rejected }) => rejected), read, first: reports.map(({ refusals }) => refusals[0]?.first) }).toEqual({
		rejected: [1, 1],
		read: [expected, expected],
		first: ['a.csv:12005', 'a.csv:5'],
	});
});
