import { readFile } from 'node:fs/promises';
import { csvParse } from 'd3-dsv';
import { describe, expect, test } from 'vitest';
import { importInto } from './import-into.ts';
import { temporaryFolder } from './temporary-folder.ts';
import type { Files } from './write-files.ts';

const header = 'patient_id,condition,session_number,pain_before,adverse_event';
const good = (number: number) => `P1,knee pain,${number},5,none`;
const bad = (number: number) => `P1,knee pain,${number},11,none`;

describe('the line of a refused record', () => {
	test.each<[string, Files, readonly string[]]>([
		['after good ones', { 'a.csv': [header, good(1), bad(2), good(3), bad(4)] }, ['a.csv:3', 'a.csv:5']],
		['after blank lines', { 'a.csv': [header, '', good(1), '', '', bad(2)] }, ['a.csv:6']],
		['after CRLF', { 'a.csv': [header, good(1), '', bad(2)].join('\r\n') }, ['a.csv:4']],
		['after a byte-order mark', { 'a.csv': `\ufeff${[header, good(1), bad(2)].join('\n')}` }, ['a.csv:3']],
		['after a value of several lines', { 'a.csv': [header, 'P1,"knee\n\npain",1,5,none', bad(2)] }, ['a.csv:5']],
		['after a value of several CRLF lines', { 'a.csv': [header, 'P1,"knee\r\npain",1,5,none', bad(2)].join('\r\n') }, ['a.csv:4']],
		['that has a value of several lines itself', { 'a.csv': [header, good(1), 'P1,"knee\npain",2,11,none', bad(3)] }, ['a.csv:3', 'a.csv:5']],
		['after quotes within quotes', { 'a.csv': [header, 'P1,knee pain,1,5,"a ""small"" bruise"', bad(2)] }, ['a.csv:3']],
		['after a quote within an unquoted value', { 'a.csv': [header, 'P1,knee pain,1,5,1" bruise', bad(2), good(3), bad(4)] }, ['a.csv:3', 'a.csv:5']],
		['after a quoted value between spaces', { 'a.csv': [header, 'P1, "knee', 'pain" ,1,5,none', bad(2)] }, ['a.csv:4']],
		['after text behind a closing quote', { 'a.csv': [header, 'P1,"knee" pain,1,5,"no', 'ne"', bad(2)] }, ['a.csv:2', 'a.csv:4']],
		['after a value of quotes and line ends', { 'a.csv': [header, 'P1,knee pain,1,5,"', '""', '"",""', '"', bad(2)] }, ['a.csv:6']],
		['after a line of delimiters only', { 'a.csv': [header, ',,,,', good(1), bad(2)] }, ['a.csv:4']],
		['after a line with control characters', { 'a.csv': [header, 'P1,knee pain,1,5,\\x01 "\u0001 "', bad(2)] }, ['a.csv:3']],
		['with too few columns, and the one after it', { 'a.csv': [header, good(1), 'P1,knee pain', bad(2)] }, ['a.csv:4', 'a.csv:3']],
		['between and behind some with too few columns', { 'a.csv': [header, bad(1), 'P1', 'P1', bad(2), good(3), 'P1', bad(4)] }, ['a.csv:2', 'a.csv:3', 'a.csv:4', 'a.csv:5', 'a.csv:7', 'a.csv:8']],
		['with too many columns, after a blank line', { 'a.csv': [header, '', good(1), `${good(2)},more`, '', bad(3)] }, ['a.csv:6', 'a.csv:4']],
		['broken after a value of several lines', { 'a.csv': [header, 'P1,"knee\npain",1,5,none', 'P1,knee pain', bad(2)] }, ['a.csv:5', 'a.csv:4']],
		['with a quote that does not close, and of all below it', { 'a.csv': [header, good(1), 'P1,"knee pain,2,5,none', good(3), '', good(4)] }, ['a.csv:3', 'a.csv:4', 'a.csv:6']],
		['that is not UTF-8 among others that are, and the one after it', { 'a.csv': Buffer.concat([Buffer.from(`${header}\nP1,knee pain,3,5,m\u00fcde\n`), Buffer.from('P1,knee pain,1,5,m\u00fcde\n', 'latin1'), Buffer.from(bad(2))]) }, ['a.csv:3', 'a.csv:4']],
		['that is not UTF-8, below a column that nobody knows', { 'a.csv': Buffer.concat([Buffer.from(`shoe,${header}\nx,P1,knee pain,3,5,m\u00fcde\n`), Buffer.from('x,P1,knee pain,1,5,m\u00fcde\n', 'latin1'), Buffer.from(`x,${bad(2)}`)]) }, ['a.csv:3', 'a.csv:4']],
		['of Windows-1252', { 'a.csv': Buffer.from([header, 'P1,knee pain,1,5,m\u00fcde', bad(2)].join('\r\n'), 'latin1') }, ['a.csv:3']],
		['of UTF-16', { 'a.csv': Buffer.from(['\ufeff' + header, '', bad(2)].join('\r\n'), 'utf16le') }, ['a.csv:3']],
		['after line ends of several kinds', { 'a.csv': `${header}\r\n${good(1)}\n\r${bad(2)}` }, ['a.csv:4']],
		['below a line that names the delimiter', { 'a.csv': ['sep=,', header, good(1), bad(2), 'P1'] }, ['a.csv:4', 'a.csv:5']],
		['of gzip', { 'a.csv.gz': [header, '', bad(2)] }, ['a.csv.gz:3']],
		['of NDJSON, after a blank line', { 'a.ndjson': ['', '{"patient_id":"P1","condition":"knee pain","session_number":1,"pain_before":11}'] }, ['a.ndjson:2']],
		['that is no JSON', { 'a.ndjson': ['{"patient_id":"P1","condition":"knee pain","session_number":1,"pain_before":1}', '{"patient_id":', '[1]'] }, ['a.ndjson:2', 'a.ndjson:3']],
		['of the second file', { 'a.csv': [header, good(1)], 'b.csv': [header, '', bad(2)] }, ['b.csv:3']],
		['of both files', { 'a.csv': [header, bad(1), 'P1'], 'b.csv': [header, '', bad(2), 'P2'] }, ['a.csv:2', 'a.csv:3', 'b.csv:3', 'b.csv:4']],
	])('%s', async (_, files, places) => {
		const folder = await temporaryFolder();
		const { quarantine } = await importInto(folder, files);
		const faults = csvParse(await readFile(quarantine ?? '', 'utf8')).map(({ file, line }) => `${file}:${line}`);
		expect([...new Set(faults)].sort()).toEqual([...places].sort());
	});

	test('is the first one of its reason in the report', async () => {
		const { refusals } = await importInto(await temporaryFolder(), { 'a.csv': [header, good(1), bad(2), '', bad(3)] });
		expect(refusals).toEqual([{ field: 'pain_before', reason: 'pain_before must be 0 to 10', rows: 2, first: 'a.csv:3' }]);
	});

	test('is the earliest one even beyond line 9', async () => {
		const lines = Array.from({ length: 12 }, (_, i) => (i < 8 ? good(i + 1) : bad(i + 1)));
		const { refusals } = await importInto(await temporaryFolder(), { 'a.csv': [header, ...lines] });
		expect(refusals[0]?.first).toBe('a.csv:10');
	});
});

describe('the quarantine file', () => {
	test('says what is wrong and of which class the value is, and never the value', async () => {
		const folder = await temporaryFolder();
		const { quarantine } = await importInto(folder, { 'a.csv': [header, `Secret Patient\u0001,knee pane,first,11.5,${'long '.repeat(18)}end`, 'P2,knee pain,1,2024-01-01,none'] });
		expect(await readFile(quarantine ?? '', 'utf8')).toBe(
			[
				'file,line,field,value_class,reason',
				'a.csv,2,adverse_event,text of 93 characters,adverse_event must be up to 80 characters',
				'a.csv,2,condition,text of 9 characters,"condition must be in the codebook; nearest: Knee pain, Hip pain, Plantar fasciitis"',
				'a.csv,2,pain_before,number,pain_before must be 0 to 10',
				'a.csv,2,patient_id,text of 15 characters,"patient_id must be up to 120 characters on one line, and no word such as NULL or unknown"',
				'a.csv,2,session_date,empty,"session_date is missing, and session_number too"',
				'a.csv,2,session_number,text of 5 characters,"session_number must be a whole number, 1 to 500"',
				'a.csv,3,pain_before,date,pain_before must be 0 to 10',
				'',
			].join('\n'),
		);
	});

	test('names the nearest entries of a word between tabs too', async () => {
		const { refusals } = await importInto(await temporaryFolder(), { 'a.csv': [header, 'P1,\tknee pane\t,1,5,none'] });
		expect(refusals[0]?.reason).toContain('; nearest: Knee pain, ');
	});
});
