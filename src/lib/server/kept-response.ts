import { createHash } from 'node:crypto';
import { LRUCache } from 'lru-cache';
import PQueue from 'p-queue';
import { comesInParts } from './comes-in-parts.ts';
import { packedTighter } from './compressed.ts';
import { quiet } from './quiet.ts';

/** `isWhole` is whether it is an answer, and not what is left of one that failed; asked when all of it has come. */
type Made = Readonly<{ response: Response; isWhole: () => boolean }>;
type Kept = Readonly<{ headers: Record<string, string>; bytes: Uint8Array<ArrayBuffer>; mayShrink: boolean }>;

/** Bytes kept of each snapshot. */
const most = 64_000_000;

/** A snapshot never changes, so what was sent of it holds as long as it is served. */
const kept = new WeakMap<object, LRUCache<string, Kept>>();

/** A browser may keep it, and asks whether it still holds. */
const revalidated = { 'cache-control': 'private, no-cache' } as const;

/** One after the other, when nobody asks for anything: it takes a processor for itself. */
const tightening = new PQueue({ concurrency: 1 });

/**
 * What was sent under `key` of the snapshot that is `served`; else what `make` gives, which is kept where it is whole. It gets a tag where it has none, so that it is
 * not sent again to a browser that has it; what is asked for again is packed tighter for those who come later.
 */
export async function keptResponse(served: () => Promise<object | undefined>, key: string, make: () => Promise<Made>): Promise<Response> {
	const snapshot = await served();
	const responses = (snapshot && kept.get(snapshot)) ?? new LRUCache<string, Kept>({ maxSize: most, sizeCalculation: ({ bytes }) => Math.max(1, bytes.length) });
	const found = responses.get(key);
	if (found !== undefined) {
		if (found.mayShrink) tighten(found, (tight) => responses.set(key, tight));
		return sent(found);
	}
	const { response, isWhole } = await make();
	if (response.status !== 200 || response.headers.has('set-cookie') || !isWhole() || snapshot === undefined) return response;
	const keep = async (headers: Headers, body: Response) => {
		const keeping = tagged(headers, new Uint8Array(await body.arrayBuffer()));
		if (isWhole() && (await served()) === snapshot) kept.set(snapshot, responses.set(key, keeping));
		return keeping;
	};
	if (!comesInParts(response.headers) || response.body === null) return sent(await keep(response.headers, response));
	const [now, copy] = response.body.tee();
	// an answer that breaks off is nothing to keep
	void keep(response.headers, new Response(copy)).catch(() => undefined);
	return new Response(now, { headers: { ...Object.fromEntries(response.headers), ...revalidated } });
}

/** Keeps it as it is meanwhile, and for good where it is not packed, or grows. The tag stays: a browser that has what was packed before has the same. */
function tighten(found: Kept, keep: (tight: Kept) => void): void {
	keep({ ...found, mayShrink: false });
	if (found.headers['content-encoding'] !== 'br') return;
	void tightening.add(async () => {
		await quiet();
		const bytes = await packedTighter(found.bytes);
		const headers = { ...found.headers, 'content-length': String(bytes.length) };
		if (bytes.length < found.bytes.length) keep({ headers, bytes, mayShrink: false });
	});
}

function tagged(headers: Headers, bytes: Kept['bytes']): Kept {
	const usual = headers.has('etag') ? {} : { etag: `"${createHash('sha256').update(bytes).digest('base64url')}"`, ...revalidated };
	return { headers: { ...Object.fromEntries(headers), ...usual }, bytes, mayShrink: true };
}

function sent({ headers, bytes }: Kept): Response {
	return new Response(bytes, { headers });
}
