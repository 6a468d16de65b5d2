import { createHash } from 'node:crypto';
import { createReadStream } from 'node:fs';
import { open } from 'node:fs/promises';
import { basename, resolve } from 'node:path';
import { Writable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { createGunzip } from 'node:zlib';

/** One file to import. `format` goes by the file's first bytes and its name. */
export type Source = Readonly<{ path: string; name: string; sha256: string; format: 'delimited' | 'json-lines' | 'parquet' }>;

/** Looks at a file and says what it is; throws where it cannot be read or is of no known format. */
export async function openSource(file: string): Promise<Source> {
	const path = resolve(file);
	const name = basename(path);
	const start = await head(path, name);
	const format = formatOf(name, start);
	if (isGzip(name)) await unpack(path, name);
	return { path, name, sha256: await digest(path), format };
}

/** First line of a text file, without its byte-order mark and line end. */
export async function firstLine({ path, name }: Source): Promise<string> {
	const bytes = createReadStream(path);
	const text = isGzip(name) ? bytes.pipe(createGunzip()) : bytes;
	let line = '';
	for await (const chunk of text) {
		line += Buffer.from(chunk).toString('utf8');
		if (/[\r\n]/u.test(line) || line.length > 100_000) break;
	}
	bytes.destroy();
	return line.replace(/^\ufeff/u, '').split(/[\r\n]/u)[0] ?? '';
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
	if (/\.(csv|tsv|txt)$/u.test(plainName)) return 'delimited';
	if (/\.(ndjson|jsonl)$/u.test(plainName)) return 'json-lines';
	throw new Error(`${name}: is none of .csv, .tsv, .txt, .ndjson, .jsonl (each also .gz) or .parquet`);
}

function isGzip(name: string): boolean {
	return name.toLowerCase().endsWith('.gz');
}

/** Reads a gzip file to its end, since the engine takes one that was cut off for a shorter one. */
async function unpack(path: string, name: string): Promise<void> {
	const nowhere = new Writable({ write: (_chunk, _encoding, done) => done() });
	await pipeline(createReadStream(path), createGunzip(), nowhere).catch(() => {
		throw new Error(`${name}: is a damaged or unfinished gzip file: fetch it again`);
	});
}

async function digest(path: string): Promise<string> {
	const hash = createHash('sha256');
	const bytes: AsyncIterable<Buffer> = createReadStream(path);
	for await (const chunk of bytes) hash.update(chunk);
	return hash.digest('hex');
}
