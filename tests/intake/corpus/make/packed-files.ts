import { gzipSync } from 'node:zlib';
import { zipFile } from '../../zip-file.ts';

const header = 'patient_id,condition,session_number,pain_before';
const visits = (count: number) => Array.from({ length: count }, (_, place) => `Zq${place},knee pain,1,5`);
const table = `${[header, ...visits(300)].join('\n')}\n`;
const packed = gzipSync(table);
const columns = Array.from({ length: 4996 }, (_, place) => `c${place}`);
const deep = 20_000;

/** Compressed files, most of which would be large without. */
export const packedFiles: Readonly<Record<string, Buffer>> = {
	'packed/good.csv.gz': packed,
	'packed/truncated.csv.gz': packed.subarray(0, packed.length / 2),
	'packed/no-checksum.csv.gz': packed.subarray(0, packed.length - 8),
	'packed/rubbish-behind.csv.gz': Buffer.concat([packed, Buffer.from('rubbish')]),
	'packed/twice.csv.gz': gzipSync(packed),
	'packed/name-without-gz.csv': packed,
	'packed/not-gzip.csv.gz': Buffer.from(table.slice(0, 100)),
	'packed/zip.csv': zipFile({ 'visits.csv': table }),
	'packed/cell-of-100-kb.csv.gz': gzipSync([`${header},adverse_event,remark`, `Zq1,knee pain,1,5,${'x'.repeat(100_000)},none`, `Zq1,knee pain,2,5,none,${'y'.repeat(100_000)}`].join('\n')),
	'packed/line-of-3-mb.csv.gz': gzipSync(`${header},remark\nZq1,knee pain,1,5,${'x'.repeat(3_000_000)}\nZq1,knee pain,2,4,none\n`),
	'packed/quote-never-closed.csv.gz': gzipSync([header, 'Zq1,knee pain,1,5', '"Zq2,knee pain,1,5', ...Array.from({ length: 60_000 }, () => 'Zq2,knee pain,1,5')].join('\n')),
	'packed/one-line.csv.gz': gzipSync('Zq1,knee pain,1,5,'.repeat(100_000)),
	'packed/5000-columns.csv.gz': gzipSync([[header, ...columns].join(','), `Zq1,knee pain,1,5${',1'.repeat(columns.length)}`].join('\n')),
	'packed/deep.json.gz': gzipSync(`${'['.repeat(deep)}${']'.repeat(deep)}`),
	'packed/deep-value.ndjson.gz': gzipSync(`{"patient_id":"Zq1","condition":"knee pain","session_number":1,"pain_before":5,"note":${'['.repeat(deep)}${']'.repeat(deep)}}\n`),
	'packed/100-kb-of-keys.ndjson.gz': gzipSync(`${JSON.stringify({ patient_id: 'Zq1', condition: 'knee pain', session_number: 1, pain_before: 5, ...Object.fromEntries(columns.map((name) => [name, 1])) })}\n`),
};
