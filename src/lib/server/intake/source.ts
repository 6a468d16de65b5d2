import { createHash } from 'node:crypto';
import { bytesOf } from './formats/bytes-of.ts';
import { isGzip, refuseOther } from './formats/recognise.ts';
import type { Look } from './formats/look-at.ts';
import { lineWatch, longestRecord } from './line-watch.ts';
import { plainCopy } from './plain-copy.ts';
import { textShape, type TextShape } from './text-shape.ts';

/**
 * One file to import, as the engine can read it. `path` is the file itself, or a plain copy of it in UTF-8 with line feeds, each line
 * on its own number. `notes` says what was assumed.
 *
 * Where `converted`, `path` is a file of JSON lines made from something else (a workbook, a FHIR export), a record a line: beside the
 * record's values, `@place` says where the record lies in what was given, as FILE:PLACE, and `@refused`, where it is not null, why
 * it cannot be a record. Where it `mayRunOn`, a value in quotes may be longer than any record is.
 */
export type Source = Readonly<{
	path: string;
	name: string;
	sha256: string;
	format: 'delimited' | 'json-lines' | 'parquet';
	notes: readonly string[];
	converted?: boolean;
	mayRunOn?: boolean;
}>;

/** A source whose text may still be a JSON document. */
export type TextSource = Readonly<Omit<Source, 'format'> & { format: 'delimited' | 'json-lines' | 'json' }>;

/** A file that the engine reads as it lies there. */
export async function openStored({ path, name }: Look): Promise<Source> {
	const hash = createHash('sha256');
	for await (const chunk of bytesOf(path, false)) hash.update(chunk);
	return { path, name, sha256: hash.digest('hex'), format: 'parquet', notes: [] };
}

/** Reads a text once to its end, for its hash and its shape, and copies it where its shape is not one that the engine knows. */
export async function openText(look: Look & Readonly<{ format: TextSource['format'] }>, copy: string): Promise<TextSource> {
	const { path, name, format } = look;
	const hash = createHash('sha256');
	const shape = await shapeOf(look, (chunk) => hash.update(chunk));
	const source = { name, format, sha256: hash.digest('hex'), ...(shape.mayRunOn && { mayRunOn: true }) };
	if (shape.encoding === 'utf-8' && shape.evenLines) return { ...source, path, notes: [] };
	await plainCopy(path, isGzip(name), shape, copy);
	const notes = shape.encoding === 'windows-1252' ? [`${name}: is not UTF-8 and was read as Windows-1252: check names with accents`] : [];
	return { ...source, path: copy, notes };
}

/** First lines of a text file, without byte-order mark and line ends. */
export async function firstLines({ path }: Pick<Source, 'path'>, count: number): Promise<string[]> {
	const decoder = new TextDecoder();
	let text = '';
	for await (const chunk of bytesOf(path, isGzip(path))) {
		text += decoder.decode(chunk.subarray(0, 100_000), { stream: true });
		if (text.length >= 100_000 || text.split(/\r\n?|\n/u).length > count) break;
	}
	return text.replace(/^\ufeff/u, '').split(/\r\n?|\n/u).slice(0, count);
}

async function shapeOf({ path, name, format }: Look, stored: (chunk: Buffer) => void): Promise<TextShape & Readonly<{ mayRunOn: boolean }>> {
	let blank = true;
	const watch = lineWatch();
	async function* watched(): AsyncGenerator<Buffer> {
		for await (const chunk of bytesOf(path, isGzip(name), stored)) {
			if (blank) refuseOther(name, format, chunk.subarray(0, 4096));
			blank &&= chunk.toString('latin1').replaceAll(/[\s\0\u00ef\u00bb\u00bf\u00ff\u00fe]/gu, '') === '';
			watch.see(chunk);
			if (watch.longest.line > longestRecord && format !== 'json') throw new Error(`${name}: has a line of more than 16 MB: look for missing line ends, and export it again`);
			yield chunk;
		}
	}
	const shape = await textShape(watched()).catch((error: unknown) => {
		throw damaged(name, error);
	});
	if (blank) throw new Error(`${name}: is empty`);
	if (shape === undefined) throw new Error(`${name}: is not text (it holds zero bytes): export it again as CSV, JSON, XLSX or Parquet`);
	return { ...shape, mayRunOn: watch.longest.quoted > longestRecord };
}

function damaged(name: string, error: unknown): Error {
	if (!(error instanceof Error)) return new Error(`${name}: cannot be read`);
	const code = 'code' in error ? String(error.code) : '';
	if (code.startsWith('Z_')) return new Error(`${name}: is a damaged or unfinished gzip file: fetch it again`);
	return error.message.startsWith(name) ? error : new Error(`${name}: ${error.message}`);
}
