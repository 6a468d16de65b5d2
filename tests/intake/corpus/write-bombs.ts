import { createWriteStream } from 'node:fs';
import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { createGzip } from 'node:zlib';
import { sheetParts } from './make/sheet-parts.ts';
import { zipFile } from '../zip-file.ts';

const mebibyte = 1024 * 1024;
const unpacked = 300;

/** Writes files that are small and unpack to hundreds of megabytes. */
export async function writeBombs(folder: string): Promise<void> {
	const pieces = Array.from({ length: unpacked }, () => Buffer.alloc(mebibyte, 'Zq1,knee pain,1,5\n'));
	await pipeline(Readable.from(pieces), createGzip({ level: 9 }), createWriteStream(join(folder, 'bomb.csv.gz')));
	const row = '<row><c t="inlineStr"><is><t>Zq1</t></is></c></row>';
	const sheet = Buffer.alloc(unpacked * mebibyte, row);
	sheet.write('<worksheet><sheetData>'.padEnd(row.length));
	await writeFile(join(folder, 'bomb.xlsx'), zipFile({ ...sheetParts(''), 'xl/worksheets/sheet1.xml': sheet }));
}
