import { createWriteStream } from 'node:fs';
import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { createGzip, gzipSync } from 'node:zlib';
import { sheetParts } from './make/sheet-parts.ts';
import { zipFile } from '../zip-file.ts';

const mebibyte = 1024 * 1024;
const unpacked = 300;

const header = 'patient_id,condition,session_number,pain_before';
const columns = Array.from({ length: 9992 }, (_, place) => `c${place}`);
const lines = 'one line and another\n'.repeat(1_000_000);
const long: Readonly<Record<string, string>> = {
	'10000-columns.csv.gz': [[header, ...columns].join(','), `Zq1,knee pain,1,5${',1'.repeat(columns.length)}`].join('\n'),
	'line-of-50-mb.csv.gz': `${header},remark\nZq1,knee pain,1,5,none\nZq1,knee pain,2,5,${'xyzzy '.repeat(8_500_000)}\nZq1,knee pain,3,4,none\n`,
	'value-of-20-mb-of-lines.csv.gz': `${header},remark\nZq1,knee pain,1,5,"${lines}"\nZq1,knee pain,2,4,none\n`,
	'redcap-value-of-20-mb-of-lines.csv.gz': `record_id,redcap_event_name,condition,pain_before,remark\nZq1,visit_1_arm_1,knee pain,5,"${lines}"\nZq1,visit_2_arm_1,knee pain,4,none\n`,
};

/** Writes files that unpack to megabytes of what is no table of visits, some of them small. */
export async function writeBombs(folder: string): Promise<void> {
	for (const [name, text] of Object.entries(long)) await writeFile(join(folder, name), gzipSync(text));
	const pieces = Array.from({ length: unpacked }, () => Buffer.alloc(mebibyte, 'Zq1,knee pain,1,5\n'));
	await pipeline(Readable.from(pieces), createGzip({ level: 9 }), createWriteStream(join(folder, 'bomb.csv.gz')));
	const row = '<row><c t="inlineStr"><is><t>Zq1</t></is></c></row>';
	const sheet = Buffer.alloc(unpacked * mebibyte, row);
	sheet.write('<worksheet><sheetData>'.padEnd(row.length));
	await writeFile(join(folder, 'bomb.xlsx'), zipFile({ ...sheetParts(''), 'xl/worksheets/sheet1.xml': sheet }));
}
