/** The engine passes over records that are longer than what it reads at a time without a word, or reads on for ever. */
export const longestRecord = 16 * 1024 * 1024;

const quote = '"';

/**
 * Watches the pieces of a text go by. `longest.line` is what goes by without a line end, `longest.quoted` what may lie within one pair of quotes:
 * it goes by the number of quotes before, so that a stray one can mislead it.
 */
export function lineWatch(): Readonly<{ see: (chunk: Buffer) => void; longest: Readonly<{ line: number; quoted: number }> }> {
	const longest = { line: 0, quoted: 0 };
	let line = 0;
	let within = 0;
	let open = false;

	function see(chunk: Buffer): void {
		const lineFeed = chunk.lastIndexOf('\n');
		const end = lineFeed === -1 ? chunk.lastIndexOf('\r') : lineFeed;
		const quotes = quotesIn(chunk);
		line = end === -1 ? line + chunk.length : chunk.length - end;
		within = open && quotes === 0 ? within + chunk.length : 0;
		open = open !== (quotes % 2 === 1);
		longest.line = Math.max(longest.line, line);
		longest.quoted = Math.max(longest.quoted, within);
	}

	return { see, longest };
}

function quotesIn(chunk: Buffer): number {
	let count = 0;
	for (let at = chunk.indexOf(quote); at !== -1; at = chunk.indexOf(quote, at + 1)) count += 1;
	return count;
}
