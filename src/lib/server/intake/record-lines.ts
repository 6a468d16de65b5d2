import { bytesOf } from './formats/bytes-of.ts';
import { isGzip } from './formats/recognise.ts';

/**
 * The lines on which records of a delimited file begin, by the number that the engine gives a record: counted from 1 below the
 * header, without blank lines and without `broken` ones, which are counted from the first line of the file.
 */
export async function recordLines(path: string, delimiter: string, headerLines: number, broken: ReadonlySet<number>, wanted: readonly number[]): Promise<ReadonlyMap<number, number>> {
	const last = Math.max(0, ...wanted);
	const found = new Map<number, number>();
	let read = 0;
	let number = 0;
	for await (const { line, blank } of records(path, delimiter)) {
		read += 1;
		if (line <= headerLines || blank || broken.has(read)) continue;
		number += 1;
		if (wanted.includes(number)) found.set(number, line);
		if (number >= last) break;
	}
	return found;
}

/** A record of a delimited file: the line on which it begins, the line on which it ends, whether the file ends within its quotes, the blank lines within them, and its length in bytes. */
type PhysicalRecord = Readonly<{ line: number; last: number; blank: boolean; open: boolean; blanks: readonly number[]; bytes: number }>;

export async function* records(path: string, delimiter: string): AsyncGenerator<PhysicalRecord> {
	let line = 1;
	let begun = 1;
	let blank = true;
	let fresh = true;
	let quoted = false;
	let ended = true;
	let blanks: number[] = [];
	let bytes = 0;
	for await (const chunk of bytesOf(path, isGzip(path))) {
		for (const character of chunk.toString('latin1')) {
			bytes += 1;
			if (character === '\r') continue;
			if (character === '\n') {
				if (!quoted) yield { line: begun, last: line, blank, open: false, blanks, bytes };
				else if (ended) blanks.push(line);
				ended = true;
				line += 1;
				if (quoted) continue;
				begun = line;
				blanks = [];
				bytes = 0;
				blank = true;
				fresh = true;
				continue;
			}
			ended = false;
			blank = false;
			if (character === '"' && (fresh || quoted)) quoted = !quoted;
			fresh = !quoted && (character === delimiter || (fresh && character === ' '));
		}
	}
	if (!blank) yield { line: begun, last: ended ? line - 1 : line, blank, open: quoted, blanks, bytes };
}
