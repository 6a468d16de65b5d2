import { brotliCompressSync, brotliDecompressSync, constants } from 'node:zlib';
import { expect, test, vi } from 'vitest';
import { keptResponse } from '#lib/server/kept-response.ts';

type Given = Readonly<{ text?: string; status?: number; headers?: Record<string, string>; isWhole?: boolean }>;

/** A page that counts how often it is made. */
function page({ text = 'page', status = 200, headers = {}, isWhole = true }: Given = {}) {
	const told = { times: 0 };
	const make = async () => ({ response: new Response(`${text} ${(told.times += 1)}`, { status, headers }), isWhole: () => isWhole });
	return { told, make };
}

function serving(snapshot: object | undefined) {
	return async () => snapshot;
}

test('what was sent is sent again, bytes and headers', async () => {
	const { told, make } = page({ headers: { 'content-type': 'text/html', etag: '"own"', vary: 'accept-encoding' } });
	const served = serving({});
	const [first, second] = [await keptResponse(served, '/', make), await keptResponse(served, '/', make)];
	expect(await second.text()).toBe(await first.text());
	expect([...second.headers]).toEqual([...first.headers]);
	expect(second.headers.get('etag')).toBe('"own"');
	expect(told.times).toBe(1);
});

test('what has no tag gets one that follows its bytes', async () => {
	const tagOf = async (text: string) => (await keptResponse(serving({}), '/', page({ text }).make)).headers.get('etag');
	expect(await tagOf('one')).toMatch(/^"[\w-]+"$/);
	expect(await tagOf('one')).toBe(await tagOf('one'));
	expect(await tagOf('one')).not.toBe(await tagOf('two'));
});

test('another key and another snapshot have their own', async () => {
	const { told, make } = page();
	const [one, other] = [serving({}), serving({})];
	const texts = [];
	for (const [served, key] of [[one, '/'], [one, '/cost'], [other, '/'], [one, '/']] as const) texts.push(await (await keptResponse(served, key, make)).text());
	expect(texts).toEqual(['page 1', 'page 2', 'page 3', 'page 1']);
	expect(told.times).toBe(3);
});

test.each([
	['is not found', { status: 404 }],
	['leads elsewhere', { status: 303, headers: { location: '/' } }],
	['is somebody’s own', { headers: { 'set-cookie': 'theme=dark' } }],
	['is what is left of an answer that failed', { isWhole: false }],
])('what %s is not kept', async (_, given) => {
	const { told, make } = page(given);
	const served = serving({});
	const [first] = [await keptResponse(served, '/', make), await keptResponse(served, '/', make)];
	expect(await first.text()).toBe('page 1');
	expect(told.times).toBe(2);
});

test('what was made while another snapshot took over is not kept', async () => {
	const [old, next] = [{}, {}];
	const { told, make } = page();
	const moments = [old, next, old, old];
	const served = async () => moments.shift();
	expect(await (await keptResponse(served, '/', make)).text()).toBe('page 1');
	expect(await (await keptResponse(served, '/', make)).text()).toBe('page 2');
	expect(told.times).toBe(2);
});

test('nothing is kept where no snapshot is served', async () => {
	const { told, make } = page();
	for (let turn = 0; turn < 2; turn += 1) await keptResponse(serving(undefined), '/', make);
	expect(told.times).toBe(2);
});

test('what is asked for again is packed tighter, and says the same under the same tag', async () => {
	const text = Array.from({ length: 4000 }, (_, line) => `line ${line} of ${line * line}`).join('\n');
	const quick = brotliCompressSync(text, { params: { [constants.BROTLI_PARAM_QUALITY]: 4 } });
	const headers = { 'content-encoding': 'br', 'content-length': String(quick.length), etag: '"own-br"' };
	const served = serving({});
	const ask = async () => {
		const response = await keptResponse(served, '/', async () => ({ response: new Response(new Uint8Array(quick), { headers }), isWhole: () => true }));
		const bytes = new Uint8Array(await response.arrayBuffer());
		return { length: bytes.length, stated: response.headers.get('content-length'), tag: response.headers.get('etag'), text: brotliDecompressSync(bytes).toString() };
	};
	expect([(await ask()).length, (await ask()).length]).toEqual([quick.length, quick.length]);
	const tight = await vi.waitFor(async () => {
		const asked = await ask();
		expect(asked.length).toBeLessThan(quick.length);
		return asked;
	}, 10_000);
	expect(tight).toMatchObject({ stated: String(tight.length), tag: '"own-br"' });
	expect(tight.text).toBe(text);
});

/** Data that come in two parts, the second when `send` is called. */
function inParts() {
	const told = { times: 0, send: () => {}, failed: false };
	const make = async () => {
		const encoder = new TextEncoder();
		const body = new ReadableStream({
			start(controller) {
				controller.enqueue(encoder.encode(`first ${(told.times += 1)}\n`));
				told.send = () => {
					controller.enqueue(encoder.encode('second\n'));
					controller.close();
				};
			},
		});
		return { response: new Response(body, { headers: { 'content-type': 'text/sveltekit-data' } }), isWhole: () => !told.failed };
	};
	return { told, make };
}

test('what comes in parts is sent on as it comes, and kept when all of it is there', async () => {
	const { told, make } = inParts();
	const served = serving({});
	const response = await keptResponse(served, '/', make);
	const reader = response.body?.getReader();
	expect(new TextDecoder().decode((await reader?.read())?.value)).toBe('first 1\n');
	expect(response.headers.get('etag')).toBeNull();
	told.send();
	expect(new TextDecoder().decode((await reader?.read())?.value)).toBe('second\n');
	await vi.waitFor(async () => {
		const again = await keptResponse(served, '/', async () => Promise.reject(new Error('was not kept')));
		expect(await again.text()).toBe('first 1\nsecond\n');
		expect(again.headers.get('etag')).not.toBeNull();
	});
});

test('what comes in parts, of which one fails, is not kept', async () => {
	const { told, make } = inParts();
	const served = serving({});
	const response = await keptResponse(served, '/', make);
	told.failed = true;
	told.send();
	expect(await response.text()).toBe('first 1\nsecond\n');
	await new Promise((resolve) => setTimeout(resolve, 5));
	await keptResponse(served, '/', make);
	expect(told.times).toBe(2);
});
