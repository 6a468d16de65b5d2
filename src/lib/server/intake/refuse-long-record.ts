import { longestRecord } from './line-watch.ts';
import { records } from './record-lines.ts';
import type { Source } from './source.ts';

/** Throws where a value in quotes goes on for longer than any record is. */
export async function refuseLongRecord({ name, path, mayRunOn = false }: Pick<Source, 'name' | 'path' | 'mayRunOn'>, delimiter: string): Promise<void> {
	if (!mayRunOn) return;
	for await (const { line, bytes } of records(path, delimiter)) {
		if (bytes > longestRecord) throw new Error(`${name}:${line}: a value in quotes begins in this record and goes on for more than 16 MB: look for a quote that does not close, and import again`);
	}
}
