/** What a function of the statistics says of the R call that it reproduces: the text after `R:` in its comment; null where it says nothing. */
export function rCall(source: string): string | null {
	const found = /^ \* R: ([\s\S]*?)\n \*\//m.exec(source)?.[1];
	return found === undefined ? null : found.replaceAll(/\s*\n \*\s*/g, ' ').trim();
}
