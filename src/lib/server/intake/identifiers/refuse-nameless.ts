import { identifierOfValue } from './identifier-of-value.ts';

/** Throws where a person stands in the first line instead of the columns' names, so that no later message quotes it. */
export function refuseNameless(name: string, line: number, headers: readonly string[]): void {
	for (const [place, header] of headers.entries()) {
		const found = identifierOfValue(header, 'header');
		if (found !== undefined) throw new Error(`${name}:${line}: looks like a record, and the first line must name the columns: add a line with their names above it (column ${place + 1} holds ${found.label})`);
	}
}
