import { randomBytes } from 'node:crypto';
import { mkdir } from 'node:fs/promises';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { describe, expect, test } from 'vitest';
import { importFiles } from '#lib/server/intake/import-files.ts';
import { defaultCodebook } from '#lib/codebook/default-codebook.ts';
import { importInto } from './import-into.ts';
import { snapshotVisits } from './snapshot-rows.ts';
import { temporaryFolder } from './temporary-folder.ts';
import { zipFile } from './zip-file.ts';

const header = 'patient_id,condition,session_number,pain_before';
const noise = randomBytes(200_000);

describe('wrong content under a right name', () => {
	test.each<[string, string, string | Buffer, string]>([
		['a ZIP archive', 'a.csv', zipFile({ 'visits.csv': header }), 'a.csv: is a ZIP archive: unpack it and import the files in it'],
		['a web page in gzip', 'a.csv.gz', gzipSync('<html><body>Log in</body></html>'), 'a.csv.gz: is a web page or XML, not a table'],
		['a web page under the name of JSON', 'a.json', '  <!doctype html>', 'a.json: is a web page or XML, not a table'],
		['a web page under the name of NDJSON', 'a.ndjson', '<html>', 'a.ndjson: is a web page or XML, not a table'],
		['a PDF', 'a.csv', '%PDF-1.7\n%\u00e2', 'a.csv: is a PDF, not a table: export the records as CSV or XLSX'],
		['a picture', 'a.csv', Buffer.concat([Buffer.from('89504e470d0a1a0a', 'hex'), noise]), 'a.csv: is a picture, not a table'],
		['noise', 'a.csv', Buffer.concat([Buffer.from('x'), noise]), 'a.csv: is not text (it holds zero bytes)'],
		['noise in gzip', 'a.csv.gz', gzipSync(Buffer.concat([Buffer.from('x'), noise])), 'a.csv.gz: is not text (it holds zero bytes)'],
		['noise under the name of a workbook', 'a.xlsx', Buffer.concat([Buffer.from('x'), noise]), 'a.xlsx: ends in .xlsx and is no Excel workbook'],
		['noise under the name of Parquet', 'a.parquet', Buffer.concat([Buffer.from('x'), noise]), 'a.parquet: ends in .parquet and is no Parquet file: export it again'],
		['noise under the name of JSON', 'a.json', Buffer.concat([Buffer.from('x'), noise]), 'a.json: is not '],
		['a table under the name of NDJSON', 'a.ndjson', header, 'a.ndjson: is not JSON, as its name says: let its name end in .csv if it is a table'],
		['nothing but blanks', 'a.csv', '\ufeff \r\n\r\n', 'a.csv: is empty'],
		['nothing in gzip', 'a.csv.gz', gzipSync(''), 'a.csv.gz: is empty'],
		['a workbook in gzip', 'a.xlsx.gz', gzipSync('PK'), 'a.xlsx.gz: is compressed twice'],
		['half a gzip file', 'a.csv.gz', gzipSync(Buffer.from(header + noise.toString('hex'))).subarray(0, 4000), 'a.csv.gz: is a damaged or unfinished gzip file: fetch it again'],
	])('%s is recognised', async (_, name, content, words) => {
		await expect(importInto(await temporaryFolder(), { [name]: content })).rejects.toThrow(words);
	});

	test('a gzip file that unpacks without end is left alone', async () => {
		const bomb = gzipSync(Buffer.alloc(300 * 1024 * 1024, 'P1,knee pain,1,5\n'), { level: 9 });
		await expect(importInto(await temporaryFolder(), { 'a.csv.gz': bomb })).rejects.toThrow('a.csv.gz: unpacks to more than 200 times its size, as no table does');
	});

	test('a folder without FHIR files is refused', async () => {
		const folder = await temporaryFolder();
		await mkdir(join(folder, 'export'));
		const options = { files: [join(folder, 'export')], warehouse: join(folder, 'warehouse'), codebook: defaultCodebook, mapping: { name: 'none', columns: {}, values: {} }, episodeGap: 90, datePrecision: 'month', dryRun: false, memoryLimit: '1GB' } as const;
		await expect(importFiles(options, () => undefined)).rejects.toThrow('export: is a folder: name the files in it');
	});
});

describe('a table', () => {
	test('in gzip of several members is read to its end', async () => {
		const folder = await temporaryFolder();
		const members = [`${header}\n`, 'P1,knee pain,1,5\n', 'P1,knee pain,2,4\n'].map((part) => gzipSync(part));
		await importInto(folder, { 'a.csv.gz': Buffer.concat(members) });
		expect(await snapshotVisits(folder)).toMatchObject([{ number: 1 }, { number: 2 }]);
	});

	test('with letters cut in two by the end of a piece is still UTF-8', async () => {
		const folder = await temporaryFolder();
		const rows = Array.from({ length: 90_000 }, (_, index) => `P${index},knee pain,1,5,Ä€𝄞`);
		const { notes, accepted } = await importInto(folder, { 'a.csv': [`${header},clinic`, ...rows] });
		expect({ accepted, windows: notes.some((note) => note.includes('Windows-1252')) }).toEqual({ accepted: 90_000, windows: false });
	});

	test('with a value of several lines in quotes and CRLF between records keeps its lines', async () => {
		const text = `${header},note\r\nP1,knee pain,1,5,"a\nb"\r\nP1,knee pain,2,-1,"c\r\nd"\r\nP1,knee pain,3,-1,\r\n`;
		const { accepted, refusals } = await importInto(await temporaryFolder(), { 'a.csv': text });
		expect({ accepted, first: refusals[0]?.first, rows: refusals[0]?.rows }).toEqual({ accepted: 1, first: 'a.csv:4', rows: 2 });
	});
});
