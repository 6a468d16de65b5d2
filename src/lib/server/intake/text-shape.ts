import { createReadStream } from 'node:fs';
import { createGunzip } from 'node:zlib';

export const encodings = ['utf-8', 'utf-16le', 'utf-16be', 'windows-1252'] as const;

/** How a text file is written: its encoding, and whether its lines all end in one way that the engine knows. */
export type TextShape = Readonly<{ encoding: (typeof encodings)[number]; evenLines: boolean }>;

/**
 * Reads a text file to its end and says how it is written. UTF-16 goes by its byte-order mark or, without one, by its zero bytes.
 * What is not UTF-8 is Windows-1252, unless there are letters beyond ASCII that are good UTF-8: then single lines are damaged.
 */
export async function textShape(path: string, gzipped: boolean): Promise<TextShape> {
	const marks = { damaged: false, beyond: false, crlf: false, cr: false, lf: false };
	let wide: TextShape['encoding'] | undefined;
	let decoder: TextDecoder | undefined;
	let before = '';
	for await (const chunk of bytesOf(path, gzipped)) {
		if (decoder === undefined) {
			wide = wideEncoding(chunk);
			decoder = new TextDecoder(wide ?? 'utf-8');
		}
		const text = before + decoder.decode(chunk, { stream: true });
		before = text.endsWith('\r') ? '\r' : '';
		note(marks, before === '' ? text : text.slice(0, -1));
	}
	note(marks, before);
	const evenLines = !marks.cr && !(marks.crlf && marks.lf);
	return { encoding: wide ?? (marks.damaged && !marks.beyond ? 'windows-1252' : 'utf-8'), evenLines };
}

/** The bytes of a file, unpacked where it is compressed. */
export function bytesOf(path: string, gzipped: boolean): AsyncIterable<Buffer> {
	const bytes = createReadStream(path);
	return gzipped ? bytes.pipe(createGunzip()) : bytes;
}

type Marks = { damaged: boolean; beyond: boolean; crlf: boolean; cr: boolean; lf: boolean };

function note(marks: Marks, text: string): void {
	marks.damaged ||= text.includes('\ufffd');
	marks.beyond ||= /[\u0080-\ufefe\uff00-\ufffc]/u.test(text);
	marks.crlf ||= text.includes('\r\n');
	marks.cr ||= /\r(?!\n)/u.test(text);
	marks.lf ||= /(?<!\r)\n/u.test(text);
}

function wideEncoding(start: Buffer): TextShape['encoding'] | undefined {
	if (start[0] === 0xff && start[1] === 0xfe) return 'utf-16le';
	if (start[0] === 0xfe && start[1] === 0xff) return 'utf-16be';
	const sample = start.subarray(0, 200);
	const zeros = (rest: number) => sample.filter((byte, place) => byte === 0 && place % 2 === rest).length;
	if (zeros(1) > sample.length / 4) return 'utf-16le';
	return zeros(0) > sample.length / 4 ? 'utf-16be' : undefined;
}
