import type { Source } from './source.ts';

/** What to say where the engine cannot read a file; its own message may quote the file, so only the kind of its error is passed on. */
export function unreadable({ name }: Source, error: unknown): Error {
	const message = error instanceof Error ? error.message : '';
	if (message.startsWith(`${name}:`)) return new Error(message);
	if (message.startsWith('Out of Memory')) return new Error(`${name}: takes more memory to read than there is: look whether it has far more columns, or longer lines, than a table of visits, or allow more (NEEDLEPOINT_MEMORY, such as 8GB)`);
	const kind = /^[A-Z][A-Za-z ]* Error(?=:)/u.exec(message)?.[0];
	return new Error(`${name}: cannot be read as a table${kind === undefined ? '' : ` (${kind})`}: check that it is what its name says, and save it again`);
}
