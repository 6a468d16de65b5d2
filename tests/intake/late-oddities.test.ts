import { describe, expect, test } from 'vitest';
import { importInto } from './import-into.ts';
import { snapshotRows } from './snapshot-rows.ts';
import { temporaryFolder } from './temporary-folder.ts';

const header = 'patient_id;condition;session_date;pain_before;clinic;episode_id';
const plain = Array.from({ length: 1200 }, (_, place) => `P${place};knee pain;2025-01-05;${place % 11};north;E${place}`);

/** An import of many plain records and odd ones below them. */
async function imported(odd: readonly string[], options = {}) {
	const folder = await temporaryFolder();
	return { folder, report: await importInto(folder, { 'a.csv': [header, ...plain, ...odd] }, options) };
}

describe('what first occurs below the records that are looked at first', () => {
	test('is read as missing where it is the one such word of its column, in numbers, texts and ids', async () => {
		const { folder, report } = await imported(['Q1;knee pain;2025-01-05;NA;NULL;-', 'Q2;knee pain;2025-01-05;5;north;-']);
		expect(report).toMatchObject({ read: 1202, accepted: 1202 });
		expect(report.notes).toEqual(expect.arrayContaining(['a.csv: NA was read as missing in pain_before (1 value)', 'a.csv: NULL was read as missing in clinic (1 value)', 'a.csv: - was read as missing in episode_id (2 values)']));
		expect(await snapshotRows(folder, 'SELECT count(*)::INTEGER AS n FROM episodes WHERE clinic IS NULL')).toEqual([{ n: 1 }]);
	});

	test('is told of and left as it is where a column has several such words', async () => {
		const { report } = await imported(['Q1;knee pain;2025-01-05;NA;north;', 'Q2;knee pain;2025-01-05;null;north;']);
		expect(report).toMatchObject({ accepted: 1200, rejected: 2 });
		expect(report.notes).toContain('a.csv: pain_before: several words may stand for no value (NA in 1 value, null in 1 value): name those that do with --missing, or under missing in a mapping');
	});

	test('is a decimal comma, and is read so', async () => {
		const { folder, report } = await imported(['Q1;knee pain;2025-01-05;7,5;north;']);
		expect({ accepted: report.accepted, notes: report.notes }).toEqual({ accepted: 1201, notes: expect.arrayContaining(['a.csv: pain_before: numbers are read with a decimal comma (--decimal comma)']) });
		expect(await snapshotRows(folder, 'SELECT count(*)::INTEGER AS n FROM sessions WHERE pain_before = 7.5')).toEqual([{ n: 1 }]);
	});

	test.each([
		['Q1;knee pain;04/05/2025;7;north;', 'a.csv:1202: session_date: dates can be read in two ways'],
		['1.23E+05;knee pain;2025-01-05;7;north;', 'a.csv:1202: patient_id: values are written as a power of ten (1)'],
	])('is asked about where it can be read in two ways, or cannot be right: %s', async (odd, words) => {
		await expect(imported([odd])).rejects.toThrow(words);
	});

	test('is found in ids that are given pseudonyms too', async () => {
		await expect(imported(['1.23E+05;knee pain;2025-01-05;7;north;'], { pseudonymize: true })).rejects.toThrow('a.csv:1202: patient_id: values are written as a power of ten (1)');
	});

	test('is left to the words that a person named', async () => {
		const { report } = await imported(['Q1;knee pain;2025-01-05;NA;north;'], { mapping: { name: 'named', columns: {}, values: {}, missing: ['-99'] } });
		expect({ rejected: report.rejected, missing: report.notes.filter((note) => note.includes('missing')) }).toEqual({ rejected: 1, missing: [] });
	});

	test('is found in JSON lines', async () => {
		const lines = [...Array.from({ length: 1200 }, (_, place) => `{"patient_id":"P${place}","condition":"knee pain","session_number":1,"pain_before":5}`), '{"patient_id":"Q","condition":"knee pain","session_number":1,"pain_before":"NA"}'];
		const { accepted, notes } = await importInto(await temporaryFolder(), { 'a.ndjson': lines });
		expect({ accepted, notes }).toEqual({ accepted: 1201, notes: expect.arrayContaining(['a.ndjson: NA was read as missing in pain_before (1 value)']) });
	});
});
