import { mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';

/** Content of files by name; an array is the lines of a text file, and a name in .gz is compressed. */
export type Files = Readonly<Record<string, string | Buffer | readonly string[]>>;

/** Writes files into a folder and gives their paths. */
export async function writeFiles(folder: string, files: Files): Promise<string[]> {
	await mkdir(folder, { recursive: true });
	const written = Object.entries(files).map(async ([name, content]) => {
		const path = join(folder, name);
		const bytes = Buffer.isBuffer(content) ? content : Buffer.from(typeof content === 'string' ? content : `${content.join('\n')}\n`);
		await writeFile(path, name.endsWith('.gz') && !Buffer.isBuffer(content) ? gzipSync(bytes) : bytes);
		return path;
	});
	return Promise.all(written);
}
