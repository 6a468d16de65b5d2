import { describe, expect, test } from 'vitest';
import { listElements } from '#lib/server/intake/formats/json/list-elements.ts';
import { importInto } from './import-into.ts';
import { snapshotVisits } from './snapshot-rows.ts';
import { temporaryFolder } from './temporary-folder.ts';
import type { Files } from './write-files.ts';

const records = [
	{ patient_id: 'P1', condition: 'knee pain', session_date: '2024-03-01', pain_before: 7, note: 'a "quoted" ]}, \u2028 text' },
	{ patient_id: 'P1', condition: 'knee pain', session_date: '2024-03-08', pain_before: 5.5 },
	{ patient_id: 'P2', condition: 'hip pain', session_date: '2024-04-02', pain_before: null },
];
const visits = [
	{ patient: 'P1', condition: 'knee-pain', ordinal: 1, number: 1, day: 0, month: '2024-03', pain: 7 },
	{ patient: 'P1', condition: 'knee-pain', ordinal: 1, number: 2, day: 7, month: '2024-03', pain: 5.5 },
	{ patient: 'P2', condition: 'hip-pain', ordinal: 1, number: 1, day: 0, month: '2024-04', pain: null },
];

describe('an import of JSON', () => {
	test.each<[string, Files]>([
		['a list', { 'a.json': JSON.stringify(records) }],
		['a list over several lines', { 'a.json': JSON.stringify(records, null, '\t') }],
		['an object that holds one list of records', { 'a.json': JSON.stringify({ exported: '2024-05-01', by: { tool: ['x'] }, columns: ['a', 'b'], sessions: records, total: 3 }, null, 2) }],
		['a list in gzip', { 'a.json.gz': JSON.stringify(records) }],
		['a list in UTF-16', { 'a.json': Buffer.from(`\ufeff${JSON.stringify(records)}`, 'utf16le') }],
		['a list with a byte-order mark and CRLF', { 'a.json': `\ufeff${JSON.stringify(records, null, 1).replaceAll('\n', '\r\n')}` }],
		['an object a line', { 'a.json': records.map((record) => JSON.stringify(record)) }],
	])('reads %s', async (_, files) => {
		const folder = await temporaryFolder();
		const { read, accepted } = await importInto(folder, files);
		expect({ read, accepted, visits: await snapshotVisits(folder) }).toEqual({ read: 3, accepted: 3, visits });
	});

	test('names the line on which a refused record begins, and the record where several share the line', async () => {
		const text = `[\n\t{ "patient_id": "P1",\n\t"condition": "knee pain", "session_number": 1, "pain_before": 5 },\n\n\t{ "patient_id": "P1", "condition": "knee pain",\n\t\t"session_number": 2, "pain_before": -1 }, 7, { "patient_id" "P1" }\n]`;
		const { read, accepted, rejected, refusals } = await importInto(await temporaryFolder(), { 'a.json': text });
		expect({ read, accepted, rejected, refusals: refusals.map(({ first, reason }) => `${first} ${reason}`) }).toEqual({
			read: 4,
			accepted: 1,
			rejected: 3,
			refusals: [expect.stringMatching(/^a\.json:6 is not a JSON object$/u), 'a.json:5 pain_before must be 0 to 10'],
		});
	});

	test('keeps long numbers as they are written', async () => {
		const folder = await temporaryFolder();
		await importInto(folder, { 'a.json': '[{"patient_id":12345678901234567,"condition":"knee pain","session_number":1,"pain_before":4}]' });
		expect(await snapshotVisits(folder)).toMatchObject([{ patient: '12345678901234567' }]);
	});

	test.each([
		['two lists of records', JSON.stringify({ visits: records, staff: [{ name: 'x' }] }), 'a.json: holds several lists of records (visits, staff): keep the one with the visits'],
		['no list', '{\n"patient_id": "P1"\n}', 'a.json: holds no list of records'],
		['an empty list', '[]', 'a.json: holds no list of records'],
		['half a list', JSON.stringify(records).slice(0, -40), 'a.json: ends in the middle of a record: fetch it again'],
		['brackets that do not match', '[]]', 'a.json: is not JSON: line 1 closes what was not opened'],
		['a table', 'patient_id,condition\nP1,knee pain', 'a.json: is not JSON, as its name says'],
	])('refuses %s', async (_, text, words) => {
		await expect(importInto(await temporaryFolder(), { 'a.json': text })).rejects.toThrow(words);
	});
});

describe('the elements of a list', () => {
	test('are the same however the text is cut into parts', async () => {
		const text = JSON.stringify({ skip: [[1, 2], 'x'], list: [{ a: 'q"\\', b: [{ c: ']' }] }, 'text, with ]', 4] }, null, 1);
		const whole = await gathered([text]);
		const cut = await Promise.all(Array.from({ length: 12 }, (_, size) => gathered(text.match(new RegExp(`[^]{1,${size + 1}}`, 'gu')) ?? [])));
		expect(cut).toEqual(cut.map(() => whole));
	});

	test('are parsed by nobody but cut where they begin and end', async () => {
		expect(await gathered(['{"a": [ {"b":1} ,\n', '2, "x,y" ], "c": 3}'])).toEqual([
			{ list: 'a', line: 1, text: '{"b":1}' },
			{ list: 'a', line: 2, text: '2' },
			{ list: 'a', line: 2, text: '"x,y"' },
		]);
	});
});

async function gathered(parts: readonly string[]) {
	async function* given() {
		yield* parts;
	}
	const elements = [];
	for await (const element of listElements(given())) elements.push(element);
	return elements;
}
