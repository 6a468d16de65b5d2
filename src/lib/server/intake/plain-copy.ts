import { createWriteStream } from 'node:fs';
import { pipeline } from 'node:stream/promises';
import { bytesOf } from './formats/bytes-of.ts';
import type { TextShape } from './text-shape.ts';

/** Writes a text file again as UTF-8 with line feeds, as the engine wants it; every line stays the line it was. */
export async function plainCopy(path: string, gzipped: boolean, { encoding }: TextShape, to: string): Promise<void> {
	await pipeline(plainly(bytesOf(path, gzipped), new TextDecoder(encoding)), createWriteStream(to));
}

async function* plainly(bytes: AsyncIterable<Buffer>, decoder: TextDecoder): AsyncGenerator<string> {
	let before = '';
	for await (const chunk of bytes) {
		const text = before + decoder.decode(chunk, { stream: true });
		before = text.endsWith('\r') ? '\r' : '';
		yield feeds(before === '' ? text : text.slice(0, -1));
	}
	yield feeds(before + decoder.decode());
}

function feeds(text: string): string {
	return text.replaceAll(/\r\n?/gu, '\n');
}
