import { describe, expect, test } from 'vitest';
import { examined } from './examined.ts';

const header = 'patient_id,condition,session_date,pain_before,cost';

describe('a record that is not UTF-8, in a column behind others that nobody reads', () => {
	test('is left out and does not keep the others from being looked at', async () => {
		const text = ['patient_id,condition,aa,bb,cc,session_date,pain_before', 'P1,knee pain,é,b,c,31/12/2024,5', 'P1,knee pain,a,b,c,30/12/2024,', 'P1,knee pain,a,b,c,29/12/2024,5'];
		const [header = '', first = '', second = '', third = ''] = text;
		const content = Buffer.concat([Buffer.from(`${header}\n${first}\n`), Buffer.from(`${second}müde\n`, 'latin1'), Buffer.from(`${third}\n`)]);
		expect((await examined('a.csv', content)).notes).toEqual(['a.csv: session_date: dates are read with the day first (--dates dmy): 2 of 2 cannot be read otherwise']);
	});
});

describe('the line of a question', () => {
	test.each<[string, string, string | readonly string[], string]>([
		['blank lines', 'a.csv', [header, '', 'P1,knee pain,2025-01-01,5,', '', 'P1,knee pain,04/05/2025,5,'], 'a.csv:5'],
		['line breaks in quotes', 'a.csv', [header, 'P1,"knee\npain",2025-01-01,5,', 'P1,knee pain,04/05/2025,5,'], 'a.csv:4'],
		['records that do not fit the header', 'a.csv', [header, 'P1,knee pain,2025-01-01,5,,,,', 'P1,knee pain,04/05/2025,5,'], 'a.csv:3'],
		['a title and a delimiter line', 'a.csv', ['Title', 'sep=;', header.replaceAll(',', ';'), 'P1;knee pain;2025-01-01;5;', 'P1;knee pain;04/05/2025;5;'], 'a.csv:5'],
		['CR line ends', 'a.csv', `${header}\rP1,knee pain,04/05/2025,5,\r`, 'a.csv:2'],
		['gzip', 'a.csv.gz', [header, 'P1,knee pain,04/05/2025,5,'], 'a.csv.gz:2'],
		['JSON lines', 'a.ndjson', ['', '{"patient_id":"P1","condition":"knee pain","session_date":"2025-01-01","pain_before":5}', 'x', '{"patient_id":"P1","condition":"knee pain","session_date":"04/05/2025","pain_before":5}'], 'a.ndjson:4'],
	])('is right with %s', async (_, name, content, place) => {
		const { questions } = await examined(name, content);
		expect(questions).toEqual([expect.stringMatching(new RegExp(`^${place}: session_date: dates can be read in two ways`, 'u'))]);
	});
});
