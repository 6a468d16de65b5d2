import { bytesOf } from './formats/bytes-of.ts';
import { isGzip } from './formats/recognise.ts';

const lineFeed = 10;

/** How many lines a text file has; the last one need not be ended. */
export async function countLines(path: string): Promise<number> {
	let lines = 0;
	let last = lineFeed;
	for await (const chunk of bytesOf(path, isGzip(path))) {
		for (let at = chunk.indexOf(lineFeed); at >= 0; at = chunk.indexOf(lineFeed, at + 1)) lines += 1;
		last = chunk.at(-1) ?? last;
	}
	return last === lineFeed ? lines : lines + 1;
}
