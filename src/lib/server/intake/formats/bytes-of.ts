import { createReadStream } from 'node:fs';
import { stat } from 'node:fs/promises';
import { pipeline } from 'node:stream';
import { createGunzip } from 'node:zlib';
import { unpackGuard } from './unpack-guard.ts';

/** The bytes of a file, unpacked where it is compressed; `stored` sees them as they lie on the disk. */
export async function* bytesOf(path: string, gzipped: boolean, stored: (chunk: Buffer) => void = () => undefined): AsyncGenerator<Buffer> {
	const file = createReadStream(path, { highWaterMark: 1 << 20 });
	if (!gzipped) {
		const bytes: AsyncIterable<Buffer> = file;
		for await (const chunk of bytes) {
			stored(chunk);
			yield chunk;
		}
		return;
	}
	const guard = unpackGuard((await stat(path)).size);
	file.on('data', (chunk) => stored(Buffer.from(chunk)));
	const bytes: AsyncIterable<Buffer> = pipeline(file, createGunzip({ chunkSize: 1 << 18 }), () => undefined);
	for await (const chunk of bytes) {
		guard(chunk.length);
		yield chunk;
	}
}
