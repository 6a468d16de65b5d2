import type { Mapping } from './mapping.ts';
import { matchHeaders } from './mapping.ts';

const delimiters = [',', '\t', ';', '|'] as const;

/** The delimiter under which a header line has most columns that the import knows, and the headers it gives. */
export function readHeader(line: string, map: Mapping): { delimiter: string; headers: readonly string[] } {
	const readings = delimiters.map((delimiter) => {
		const headers = split(line, delimiter);
		return { delimiter, headers, known: matchHeaders([...new Set(headers)], map).columns.filter((name) => name !== undefined).length };
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
	return [...headers, header].map((text) => text.trim());
}
