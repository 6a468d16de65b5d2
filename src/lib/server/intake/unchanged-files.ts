import { readdir, stat } from 'node:fs/promises';
import { basename, join, resolve } from 'node:path';

/** Gives what reads files that are to stay as they are now: it throws where one was written to, or went away, before the reading had ended. */
export async function unchangedFiles(files: readonly string[]): Promise<<T>(read: () => Promise<T>) => Promise<T>> {
	const before = await marksOf(files);
	return async (read) => {
		try {
			return await read();
		} finally {
			requireSame(before, await marksOf(files));
		}
	};
}

type Marks = ReadonlyMap<string, string | undefined>;

/** What the file system changes whenever a file's content is; undefined where there is no such file. */
async function marksOf(files: readonly string[]): Promise<Marks> {
	const marks = new Map<string, string | undefined>();
	for (const file of files) {
		const found = await stat(file, { bigint: true }).catch(() => undefined);
		const inside = found?.isDirectory() === true ? await readdir(file).catch(() => []) : [];
		marks.set(resolve(file), found === undefined ? undefined : [found.ino, found.size, found.mtimeNs, found.ctimeNs].join(' '));
		for (const [path, mark] of await marksOf(inside.map((name) => join(file, name)))) marks.set(path, mark);
	}
	return marks;
}

function requireSame(before: Marks, after: Marks): void {
	for (const [path, mark] of before) {
		const now = after.get(path);
		if (now === mark) continue;
		if (now === undefined) throw new Error(`${basename(path)}: went away while it was read: put it back, then import it again`);
		throw new Error(`${basename(path)}: changed while it was read: wait until it is written, then import it again`);
	}
}
