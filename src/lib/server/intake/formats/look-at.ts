import { open } from 'node:fs/promises';
import { basename, resolve } from 'node:path';
import { recognise, type FileFormat } from './recognise.ts';

/** What a file is, before it is read. */
export type Look = Readonly<{ path: string; name: string; format: FileFormat }>;

/** Looks at a file's first bytes and its name; throws where it cannot be opened or nobody could read it as records. */
export async function lookAt(file: string): Promise<Look> {
	const path = resolve(file);
	const name = basename(path);
	return { path, name, format: recognise(name, await head(path, name)) };
}

async function head(path: string, name: string): Promise<Buffer> {
	const handle = await open(path, 'r').catch((error: NodeJS.ErrnoException) => refuse(name, error));
	try {
		const { buffer, bytesRead } = await handle.read({ buffer: Buffer.alloc(4096) }).catch((error: NodeJS.ErrnoException) => refuse(name, error));
		if (bytesRead === 0) throw new Error(`${name}: is empty`);
		return buffer.subarray(0, bytesRead);
	} finally {
		await handle.close();
	}
}

function refuse(name: string, { code = 'unknown' }: NodeJS.ErrnoException): never {
	const known = new Map([
		['ENOENT', 'there is no such file'],
		['EISDIR', 'is a folder: name the files in it'],
	]);
	throw new Error(`${name}: ${known.get(code) ?? `cannot be read (${code})`}`);
}
