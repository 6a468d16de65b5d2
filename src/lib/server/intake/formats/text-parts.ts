import { bytesOf } from './bytes-of.ts';
import { isGzip } from './recognise.ts';

/** The text of a file in UTF-8, part by part, without byte-order mark. */
export async function* textParts(path: string): AsyncGenerator<string> {
	const decoder = new TextDecoder();
	for await (const chunk of bytesOf(path, isGzip(path))) yield decoder.decode(chunk, { stream: true });
	yield decoder.decode();
}
