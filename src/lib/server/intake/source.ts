import { createHash } from 'node:crypto';
import { createReadStream } from 'node:fs';
import { open } from 'node:fs/promises';
import { basename, resolve } from 'node:path';
import { plainCopy } from './plain-copy.ts';
import { bytesOf, textShape } from './text-shape.ts';

/**
 * One file to import. `format` goes by the file's first bytes and its name. `path` is what to read: the file itself, or a plain
 * copy of it where the engine could not read it as it is. `notes` says what was assumed.
 */
export type Source = Readonly<{ path: string; name: string; sha256: string; format: 'delimited' | 'json-lines' | 'parquet'; notes: readonly string[] }>;

/** Looks at a file and says what it is; throws where it cannot be read or is of no known format. A plain copy goes to `copy`. */
export async function openSource(file: string, copy: string): Promise<Source> {
	const path = resolve(file);
	const name = basename(path);
	const format = formatOf(name, await head(path, name));
	const source = { name, sha256: await digest(path), format };
	if (format === 'parquet') return { ...source, path, notes: [] };
	const shape = await textShape(path, isGzip(name)).catch(() => {
		throw new Error(`${name}: is a damaged or unfinished gzip file: fetch it again`);
	});
	if (shape.encoding === 'utf-8' && shape.evenLines) return { ...source, path, notes: [] };
	await plainCopy(path, isGzip(name), shape, copy);
	const notes = shape.encoding === 'windows-1252' ? [`${name}: is not UTF-8 and was read as Windows-1252: check names with accents`] : [];
	return { ...source, path: copy, notes };
}

/** First lines of a text file, without byte-order mark and line ends. */
export async function firstLines({ path }: Source, count: number): Promise<string[]> {
	let text = '';
	for await (const chunk of bytesOf(path, isGzip(path))) {
		text += chunk.toString('utf8');
		if (text.split(/\r\n?|\n/u).length > count || text.length > 100_000) break;
	}
	return text.replace(/^\ufeff/u, '').split(/\r\n?|\n/u).slice(0, count);
}

async function head(path: string, name: string): Promise<Buffer> {
	const refuse = (error: NodeJS.ErrnoException) => {
		const known = new Map([
			['ENOENT', 'there is no such file'],
			['EISDIR', 'is a folder: name the files in it'],
		]);
		throw new Error(`${name}: ${known.get(error.code ?? '') ?? `cannot be read (${error.code ?? 'unknown'})`}`);
	};
	const handle = await open(path, 'r').catch(refuse);
	try {
		const { buffer, bytesRead } = await handle.read({ buffer: Buffer.alloc(16) }).catch(refuse);
		if (bytesRead === 0) throw new Error(`${name}: is empty`);
		return buffer.subarray(0, bytesRead);
	} finally {
		await handle.close();
	}
}

function formatOf(name: string, start: Buffer): Source['format'] {
	const plainName = name.toLowerCase().replace(/\.gz$/u, '');
	const gzipped = start[0] === 0x1f && start[1] === 0x8b;
	if (gzipped !== isGzip(name)) throw new Error(`${name}: ${gzipped ? 'is gzip-compressed: let its name end in .gz' : 'ends in .gz and is not gzip-compressed'}`);
	if (start.subarray(0, 4).toString('latin1') === 'PAR1') return 'parquet';
	if (start.subarray(0, 2).toString('latin1') === 'PK') throw new Error(`${name}: is a ZIP or Excel file: save it as CSV and import that`);
	const text = start.toString('latin1').replaceAll('\0', '').replace(/^(\u00ef\u00bb\u00bf|\u00ff\u00fe|\u00fe\u00ff)?\s*/u, '');
	if (text.startsWith('<')) throw new Error(`${name}: is a web page or XML, not a table: a download that asked for a login looks like this; export it again`);
	const delimited = /\.(csv|tsv|txt)$/u.test(plainName);
	if (delimited && /^[{[]/u.test(text)) throw new Error(`${name}: is JSON, not a delimited table: let its name end in .ndjson if each line is one record`);
	if (delimited) return 'delimited';
	if (/\.(ndjson|jsonl)$/u.test(plainName)) return 'json-lines';
	throw new Error(`${name}: is none of .csv, .tsv, .txt, .ndjson, .jsonl (each also .gz) or .parquet`);
}

function isGzip(name: string): boolean {
	return name.toLowerCase().endsWith('.gz');
}

async function digest(path: string): Promise<string> {
	const hash = createHash('sha256');
	const bytes: AsyncIterable<Buffer> = createReadStream(path);
	for await (const chunk of bytes) hash.update(chunk);
	return hash.digest('hex');
}
