import type { Mapping } from './mapping.ts';
import { matchHeaders } from './mapping.ts';

const delimiters = [',', '\t', ';', '|'] as const;

export type Header = Readonly<{ delimiter: string; headers: readonly string[]; headerLines: number }>;

/**
 * The delimiter under which a file's header has most columns that the import knows, and the headers it gives. A first line
 * such as `sep=;`, which spreadsheets write and read, settles the delimiter, and the header is the second. Lines that the mapping
 * skips stand above it.
 */
export function readHeader(lines: readonly string[], map: Mapping): Header {
	const skip = map.skip ?? 0;
	const [first = '', second = ''] = lines.slice(skip);
	const named = /^"?sep=(.)"?$/iu.exec(first)?.[1];
	if (named !== undefined) return { delimiter: named, headers: split(second, named), headerLines: skip + 2 };
	const readings = delimiters.map((delimiter) => {
		const headers = split(first, delimiter);
		return { delimiter, headers, headerLines: skip + 1, known: matchHeaders([...new Set(headers)], map).columns.filter((name) => name !== undefined).length };
	});
	const [best] = readings.sort((a, b) => b.known - a.known || b.headers.length - a.headers.length);
	if (best === undefined) throw new Error('no delimiter to try');
	return best;
}

function split(line: string, delimiter: string): string[] {
	const headers: string[] = [];
	let header = '';
	let quoted = false;
	for (const character of line) {
		if (character === '"') quoted = !quoted;
		else if (character === delimiter && !quoted) {
			headers.push(header);
			header = '';
		} else header += character;
	}
	return [...headers, header].map((text) => text.replaceAll(/\p{Cc}+/gu, ' ').trim());
}
