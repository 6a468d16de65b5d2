import { spawnSync } from 'node:child_process';
import { readFile, writeFile } from 'node:fs/promises';
import { createServer, request as ask } from 'node:http';
import { once } from 'node:events';
import type { AddressInfo } from 'node:net';
import { join } from 'node:path';
import { expect, pages, test } from './fixtures.ts';

const preload = new URL('./refuse-network.mjs', import.meta.url).href;
const namespace = process.getuid?.() === 0 ? ['unshare', '--net'] : ['unshare', '--map-root-user', '--net'];
const canUnplug = spawnSync(namespace[0] ?? '', [...namespace.slice(1), 'true']).status === 0;

test('no request leaves, neither from the server nor from the browser', async ({ folder, browser, start }) => {
	const refused = join(folder, 'refused.log');
	await writeFile(refused, '');
	const server = await start(join(folder, 'warehouse'), { env: { NODE_OPTIONS: `--import=${preload}`, REFUSED_LOG: refused } });
	const proxy = await recordingProxy();
	const context = await browser.newContext({ proxy: { server: proxy.url, bypass: '127.0.0.1' } });
	const left: string[] = [];
	context.on('request', (request) => {
		if (!/^(http:\/\/127\.0\.0\.1:|data:|blob:)/.test(request.url())) left.push(request.url());
	});

	const page = await context.newPage();
	for (const path of pages) {
		const response = await page.goto(server.url + path, { waitUntil: 'networkidle' });
		expect(response?.status()).toBe(200);
	}
	await context.close();
	await proxy.stop();

	expect(await server.stop()).toBe(0);
	expect([...left, ...proxy.asked]).toEqual([]);
	expect(await readFile(refused, 'utf8')).toBe('');
});

test('what leaves would be seen', async ({ folder, browser }) => {
	const refused = join(folder, 'refused.log');
	await writeFile(refused, '');
	const env = { ...process.env, REFUSED_LOG: refused };
	spawnSync(process.execPath, [`--import=${preload}`, '--eval', "fetch('http://example.test/').catch(() => {}); fetch('http://192.0.2.1/').catch(() => {})"], { env });
	expect((await readFile(refused, 'utf8')).split('\n').filter(Boolean).sort()).toEqual(['connect 192.0.2.1', 'connect example.test']);

	const proxy = await recordingProxy();
	const page = await browser.newPage({ proxy: { server: proxy.url, bypass: '127.0.0.1' } });
	await page.setContent('<img src="http://example.test/pixel.png">', { waitUntil: 'networkidle' });
	await page.close();
	await proxy.stop();
	expect(proxy.asked).toEqual(['http://example.test/pixel.png']);
});

/** Where this machine can make network namespaces; the recording above is the test elsewhere. */
const unplugged = canUnplug ? test : () => undefined;

unplugged('imports and serves on a machine without a network', async ({ folder, start }) => {
	const socketPath = join(folder, 'server.sock');
	const server = await start(join(folder, 'warehouse'), { env: { SOCKET_PATH: socketPath }, command: [...namespace, process.execPath] });
	const paths = [...pages, '/api/recovery?condition=plantar-fasciitis'];
	const statuses = await Promise.all(paths.map(async (path) => [path, await statusOf(socketPath, path)]));
	await server.stop();
	// who speaks through a socket has no address, and only this machine's may import
	expect(statuses).toEqual(paths.map((path) => [path, path === '/data/import' ? 403 : 200]));
});

async function statusOf(socketPath: string, path: string): Promise<number | undefined> {
	const request = ask({ socketPath, path, headers: { host: '127.0.0.1' } }).end();
	const response = await new Promise<{ statusCode?: number | undefined; resume: () => unknown }>((resolve, reject) => {
		request.once('response', resolve).once('error', reject);
	});
	response.resume();
	return response.statusCode;
}

/** A proxy that passes nothing on and writes down what it was asked for. */
async function recordingProxy(): Promise<{ url: string; asked: string[]; stop: () => Promise<unknown> }> {
	const asked: string[] = [];
	const proxy = createServer((request, response) => {
		asked.push(request.url ?? '');
		response.writeHead(502).end();
	});
	proxy.on('connect', (request, socket) => {
		asked.push(request.url ?? '');
		socket.destroy();
	});
	proxy.listen(0, '127.0.0.1');
	await once(proxy, 'listening');
	const address: AddressInfo | string | null = proxy.address();
	if (address === null || typeof address === 'string') throw new Error('the proxy must listen on a port');
	return { url: `http://127.0.0.1:${address.port}`, asked, stop: () => new Promise((resolve) => proxy.close(resolve)) };
}
