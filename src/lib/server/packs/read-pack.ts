import { open } from 'node:fs/promises';
import { fromBufferPromise, type Entry, type ZipFile } from 'yauzl';
import { sha256 } from '../sha256.ts';
import { manifest as schema, type Manifest } from './manifest.ts';

/** A pack as it was found: what it says of itself, its files, and where the two differ. */
export type FoundPack = Readonly<{ manifest: Manifest; files: ReadonlyMap<string, Buffer>; faults: readonly string[] }>;

/** Why a file is no pack, or none that can be read, in plain words. */
export class NotAPack extends Error {}

const known = /^(README\.txt|figure\.(svg|png)|numbers\.(csv|json|xlsx)|sentence\.txt|methods\.md|reporting\.md|claim\.json|fact-sheet\.pdf|manifest\.json|sql\/(cohort|[0-9]{2})\.sql|sql\/parameters\.json)$/u;
const most = { packed: 50_000_000, unpacked: 100_000_000, files: 64 } as const;

/** Reads a pack into memory and nowhere else; takes files of the names that packs have, and not more than a pack holds. */
export async function readPack(path: string): Promise<FoundPack> {
	const files = await unpacked(await bytesOf(path), path);
	const text = files.get('manifest.json');
	if (text === undefined) throw new NotAPack(`not an evidence pack, since it has no manifest.json: ${path}`);
	const manifest = manifestIn(text.toString('utf8'), path);
	return { manifest, files, faults: faultsIn(manifest, files) };
}

async function bytesOf(path: string): Promise<Buffer> {
	const file = await open(path).catch((error: NodeJS.ErrnoException) => {
		throw new NotAPack(error.code === 'ENOENT' ? `there is no such file: ${path}` : `cannot be read (${error.code ?? 'unknown'}): ${path}`);
	});
	try {
		const found = await file.stat();
		if (!found.isFile()) throw new NotAPack(`not a file: ${path}`);
		if (found.size > most.packed) throw new NotAPack(`larger than any evidence pack (${found.size} bytes): ${path}`);
		return await file.readFile();
	} finally {
		await file.close();
	}
}

async function unpacked(bytes: Buffer, path: string): Promise<Map<string, Buffer>> {
	const files = new Map<string, Buffer>();
	let room: number = most.unpacked;
	try {
		const zip = await fromBufferPromise(bytes, { lazyEntries: true, autoClose: false });
		if (zip.entryCount > most.files) throw new NotAPack(`holds more files than any evidence pack (${zip.entryCount}): ${path}`);
		for await (const entry of zip.eachEntry()) {
			if (!known.test(entry.fileName)) throw new NotAPack(`holds a file that no evidence pack has: ${printable(entry.fileName)}`);
			if (files.has(entry.fileName)) throw new NotAPack(`holds a file twice: ${entry.fileName}`);
			if (entry.uncompressedSize > room) throw new NotAPack(`unpacks to more than any evidence pack: ${path}`);
			const content = await contentOf(zip, entry, room);
			room -= content.length;
			files.set(entry.fileName, content);
		}
	} catch (error) {
		if (error instanceof NotAPack) throw error;
		throw new NotAPack(`not a ZIP file, or a damaged one: ${path} (${error instanceof Error ? error.message : String(error)})`);
	}
	return files;
}

async function contentOf(zip: ZipFile, entry: Entry, room: number): Promise<Buffer> {
	const chunks: Buffer[] = [];
	let length = 0;
	const stream: AsyncIterable<Buffer> = await zip.openReadStreamPromise(entry);
	for await (const chunk of stream) {
		length += chunk.length;
		if (length > room) throw new NotAPack(`unpacks to more than any evidence pack: ${entry.fileName}`);
		chunks.push(chunk);
	}
	return Buffer.concat(chunks);
}

function manifestIn(text: string, path: string): Manifest {
	try {
		return schema.parse(JSON.parse(text));
	} catch {
		throw new NotAPack(`manifest.json cannot be read: it was changed, or made by a program of another kind: ${path}`);
	}
}

/** Files that are not what the manifest says of them, each by its name. */
function faultsIn({ files: listed }: Manifest, files: ReadonlyMap<string, Buffer>): string[] {
	const names = new Set(listed.map(({ name }) => name));
	return [
		...listed.flatMap(({ name, sha256: expected }) => {
			const content = files.get(name);
			if (content === undefined) return [`${printable(name)} is missing`];
			return sha256(content) === expected ? [] : [`${name} was changed`];
		}),
		...[...files.keys()].filter((name) => name !== 'manifest.json' && !names.has(name)).map((name) => `${name} was added`),
	];
}

/** A name that a terminal takes for text. */
function printable(name: string): string {
	return JSON.stringify(name.slice(0, 80));
}
