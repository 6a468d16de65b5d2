import type { Archive } from './archive.ts';
import { readXml } from './read-xml.ts';
import { plainText } from './plain-text.ts';

const most = 256 * 1024 * 1024;

/** The texts that cells refer to by number; phonetic hints are no part of them. They are held in memory, up to a limit. */
export async function readSharedStrings(archive: Archive): Promise<readonly string[]> {
	const strings: string[] = [];
	let text = '';
	let length = 0;
	let within = false;
	let phonetic = false;
	await readXml(archive.text('xl/sharedStrings.xml'), {
		open: (name) => {
			if (name === 'si') text = '';
			if (name === 'rPh') phonetic = true;
			within = name === 't' && !phonetic;
		},
		text: (part) => {
			if (within) text += part;
		},
		close: (name) => {
			within = false;
			if (name === 'rPh') phonetic = false;
			if (name !== 'si') return;
			strings.push(plainText(text));
			length += text.length;
			if (length > most) throw new Error('holds more text than a workbook of visits should: save the sheet as CSV and import that');
		},
	});
	return strings;
}
