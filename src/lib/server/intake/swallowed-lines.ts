import { records } from './record-lines.ts';

/** Says where a quote opens that no other closes, if the lines below it were taken for a part of its value. */
export async function swallowedLines(name: string, path: string, delimiter: string): Promise<string[]> {
	for await (const { line, last, open } of records(path, delimiter)) {
		if (open && last > line) return [`${name}:${line}: a quote opens on this line and never closes, so that all below it, up to line ${last}, was taken for one record: close it and import again`];
	}
	return [];
}
