import { brotliDecompressSync, gunzipSync } from 'node:zlib';
import { describe, expect, test } from 'vitest';
import { compressed } from '#lib/server/compressed.ts';

const page = '<p>0123456789</p>'.repeat(200);

async function sent(accept: string, headers: Readonly<Record<string, string>> = { 'content-type': 'text/html', etag: '"a"' }): Promise<Response> {
	return compressed(new Request('http://localhost/', { headers: { 'accept-encoding': accept } }), new Response(page, { headers }));
}

describe('a response', () => {
	test('is packed with what the client takes, brotli before gzip', async () => {
		const brotli = await sent('gzip, deflate, br');
		expect(brotli.headers.get('content-encoding')).toBe('br');
		expect(brotliDecompressSync(Buffer.from(await brotli.arrayBuffer())).toString()).toBe(page);
		const gzip = await sent('gzip');
		expect(gunzipSync(Buffer.from(await gzip.arrayBuffer())).toString()).toBe(page);
	});

	test('has the length of what is sent, and a tag of its own', async () => {
		const { headers } = await sent('br');
		expect(Number(headers.get('content-length'))).toBeLessThan(200);
		expect([headers.get('etag'), headers.get('vary')]).toEqual(['"a-br"', 'accept-encoding']);
	});

	test.each([
		['a client that takes no encoding', 'identity', { 'content-type': 'text/html' }],
		['a client that refuses them', 'br;q=0, gzip;q=0.0', { 'content-type': 'text/html' }],
		['an image', 'br', { 'content-type': 'image/png' }],
		['a stream of events', 'br', { 'content-type': 'text/event-stream' }],
	])('is left as it is for %s', async (_, accept, headers) => {
		const response = await sent(accept, headers);
		expect(response.headers.get('content-encoding')).toBeNull();
		expect(await response.text()).toBe(page);
	});
});

test.each([
	['br', brotliDecompressSync],
	['gzip', gunzipSync],
] as const)('what comes in parts is packed part by part, with %s', async (encoding, unpack) => {
	let send = () => {};
	const body = new ReadableStream({
		start(controller) {
			controller.enqueue(new TextEncoder().encode(page));
			send = () => {
				controller.enqueue(new TextEncoder().encode('the end'));
				controller.close();
			};
		},
	});
	const response = await compressed(new Request('http://localhost/', { headers: { 'accept-encoding': encoding } }), new Response(body, { headers: { 'content-type': 'text/sveltekit-data' } }));
	expect(response.headers.get('content-encoding')).toBe(encoding);
	const reader = response.body?.getReader();
	const first = (await reader?.read())?.value ?? new Uint8Array();
	expect(first.length).toBeGreaterThan(10);
	send();
	const parts = [first];
	for (let next = await reader?.read(); next?.done === false; next = await reader?.read()) parts.push(next.value);
	expect(unpack(Buffer.concat(parts)).toString()).toBe(`${page}the end`);
});
