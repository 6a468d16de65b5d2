import { isAscii, isUtf8 } from 'node:buffer';

export const encodings = ['utf-8', 'utf-16le', 'utf-16be', 'windows-1252'] as const;

/** How a text file is written: its encoding, and whether its lines all end in one way that the engine knows. */
export type TextShape = Readonly<{ encoding: (typeof encodings)[number]; evenLines: boolean }>;

/**
 * Reads a text to its end and says how it is written. UTF-16 goes by its byte-order mark or, without one, by its zero bytes.
 * What is not UTF-8 is Windows-1252, unless there are letters beyond ASCII that are good UTF-8: then single lines are damaged.
 * Undefined where the bytes are no text.
 */
export async function textShape(bytes: AsyncIterable<Buffer>): Promise<TextShape | undefined> {
	const marks = { damaged: false, beyond: false, crlf: false, cr: false, lf: false };
	let wide: TextShape['encoding'] | undefined;
	let first = true;
	let before: Buffer = Buffer.alloc(0);
	for await (const chunk of bytes) {
		if (first) wide = wideEncoding(chunk);
		first = false;
		if (wide !== undefined) continue;
		if (chunk.includes(0)) return undefined;
		const known = before.length === 0 ? chunk : Buffer.concat([before, chunk]);
		const end = settledEnd(known);
		before = known.subarray(end);
		note(marks, known.subarray(0, end));
	}
	if (wide !== undefined) return { encoding: wide, evenLines: false };
	note(marks, before);
	return { encoding: marks.damaged && !marks.beyond ? 'windows-1252' : 'utf-8', evenLines: !marks.cr && !(marks.crlf && marks.lf) };
}

type Marks = { damaged: boolean; beyond: boolean; crlf: boolean; cr: boolean; lf: boolean };

function note(marks: Marks, bytes: Buffer): void {
	if (!isAscii(bytes)) {
		const damaged = !isUtf8(bytes);
		marks.damaged ||= damaged;
		marks.beyond ||= damaged ? /[\u0080-\ufefe\uff00-\ufffc]/u.test(bytes.toString('utf8')) : beyondMark(bytes);
	}
	if (!bytes.includes(13)) {
		marks.lf ||= bytes.includes(10);
		return;
	}
	const text = bytes.toString('latin1');
	marks.crlf ||= text.includes('\r\n');
	marks.cr ||= /\r(?!\n)/u.test(text);
	marks.lf ||= /(?<!\r)\n/u.test(text);
}

/** A byte-order mark alone says nothing of the letters that follow. */
function beyondMark(bytes: Buffer): boolean {
	return !isAscii(bytes.subarray(bytes.indexOf('\ufeff') === 0 ? 3 : 0));
}

/** How many bytes can be judged before more of the text is seen: a carriage return and an unfinished character at the end wait. */
function settledEnd(bytes: Buffer): number {
	const last = bytes.length - 1;
	if (bytes[last] === 13) return last;
	for (let back = 0; back < 3 && back <= last; back += 1) {
		const byte = bytes[last - back] ?? 0;
		if (byte < 0x80) return bytes.length;
		if (byte >= 0xc0) return last - back;
	}
	return bytes.length;
}

function wideEncoding(start: Buffer): TextShape['encoding'] | undefined {
	if (start[0] === 0xff && start[1] === 0xfe) return 'utf-16le';
	if (start[0] === 0xfe && start[1] === 0xff) return 'utf-16be';
	const sample = start.subarray(0, 200);
	const zeros = (rest: number) => sample.filter((byte, place) => byte === 0 && place % 2 === rest).length;
	if (zeros(1) > sample.length / 4 && zeros(0) === 0) return 'utf-16le';
	return zeros(0) > sample.length / 4 && zeros(1) === 0 ? 'utf-16be' : undefined;
}
