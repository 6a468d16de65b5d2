import { createHash } from 'node:crypto';
import { promisify } from 'node:util';
import { brotliCompress, brotliDecompress, constants, gzip } from 'node:zlib';
import { LRUCache } from 'lru-cache';
import { comesInParts } from './comes-in-parts.ts';
import { packedInParts } from './packed-in-parts.ts';

const packers = {
	br: async (bytes: Uint8Array) => brotli(bytes, 9),
	gzip: async (bytes: Uint8Array) => promisify(gzip)(bytes),
} as const;

/** Bytes that were packed before, by what they were: the same answer is asked for again and again. */
const packed = new LRUCache<string, Uint8Array>({ maxSize: 64_000_000, sizeCalculation: ({ length }) => Math.max(1, length) });

/** What is worth packing, and is whole before it is sent. */
const texts = /^(text\/(html|plain|csv)|application\/json|image\/svg)/u;

/** The response in the best encoding that the client takes. Its tag names the encoding, since the bytes are others. */
export async function compressed(request: Request, response: Response): Promise<Response> {
	const encoding = (['br', 'gzip'] as const).find((name) => accepts(request.headers.get('accept-encoding') ?? '', name));
	const { headers, status, statusText } = response;
	const isInParts = comesInParts(headers);
	if (encoding === undefined || response.body === null || headers.has('content-encoding') || !(isInParts || texts.test(headers.get('content-type') ?? ''))) return response;
	const changed = new Headers(headers);
	changed.set('content-encoding', encoding);
	changed.append('vary', 'accept-encoding');
	if (isInParts) return new Response(response.body.pipeThrough(packedInParts(encoding)), { status, statusText, headers: changed });
	const bytes = await packing(encoding, new Uint8Array(await response.arrayBuffer()));
	changed.set('content-length', String(bytes.length));
	const tag = headers.get('etag');
	if (tag?.endsWith('"') === true) changed.set('etag', `${tag.slice(0, -1)}-${encoding}"`);
	return new Response(new Uint8Array(bytes), { status, statusText, headers: changed });
}

/** What is packed already, a tenth smaller: it takes ten times as long. */
export async function packedTighter(bytes: Uint8Array): Promise<Uint8Array<ArrayBuffer>> {
	return new Uint8Array(await brotli(await promisify(brotliDecompress)(bytes), 10));
}

async function brotli(bytes: Uint8Array, quality: number): Promise<Uint8Array> {
	return promisify(brotliCompress)(bytes, { params: { [constants.BROTLI_PARAM_QUALITY]: quality } });
}

async function packing(encoding: keyof typeof packers, bytes: Uint8Array): Promise<Uint8Array> {
	const key = `${encoding} ${createHash('sha256').update(bytes).digest('base64')}`;
	const done = packed.get(key) ?? (await packers[encoding](bytes));
	packed.set(key, done);
	return done;
}

function accepts(header: string, name: string): boolean {
	return header.split(',').some((part) => {
		const [coding, quality = ''] = part.split(';').map((text) => text.trim().toLowerCase());
		return coding === name && !/^q=0(\.0*)?$/u.test(quality);
	});
}
