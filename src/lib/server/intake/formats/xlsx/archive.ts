import { stat } from 'node:fs/promises';
import { openPromise, type Entry, type ZipFile } from 'yauzl';
import { unpackGuard } from '../unpack-guard.ts';

/** An open ZIP file: the names in it, and the text of each as a stream. */
export type Archive = Readonly<{ names: readonly string[]; text: (name: string) => AsyncGenerator<string>; close: () => void }>;

/** Opens a ZIP file; all that is read from it together is guarded against unpacking without end. */
export async function openArchive(path: string): Promise<Archive> {
	const zip = await openPromise(path, { lazyEntries: true, autoClose: false });
	const entries = new Map<string, Entry>();
	for await (const entry of zip.eachEntry()) entries.set(entry.fileName.replace(/^\//u, ''), entry);
	const guard = unpackGuard((await stat(path)).size);
	return { names: [...entries.keys()], text: (name) => textOf(zip, entries.get(name), guard), close: () => zip.close() };
}

async function* textOf(zip: ZipFile, entry: Entry | undefined, guard: (unpacked: number) => void): AsyncGenerator<string> {
	if (entry === undefined) return;
	const decoder = new TextDecoder();
	const bytes: AsyncIterable<Buffer> = await zip.openReadStreamPromise(entry);
	for await (const chunk of bytes) {
		guard(chunk.length);
		yield decoder.decode(chunk, { stream: true });
	}
	yield decoder.decode();
}
