import { cp, mkdir, readdir, symlink, utimes } from 'node:fs/promises';
import { join } from 'node:path';
import { expect, test } from './fixtures.ts';
import { root, startInVain } from './server.ts';

test('a second start is ready in under 3 seconds and does nothing again', async ({ sharedWarehouse, start }) => {
	const server = await start(sharedWarehouse);
	await server.stop();
	expect(server.log().trim()).toBe(`Listening on ${server.url}`);
	expect(server.startedInMs).toBeLessThan(3_000);
});

test('builds once, and again when a source has changed', async ({ folder, sharedWarehouse, start }) => {
	test.setTimeout(180_000);
	const clone = await cloneInto(join(folder, 'clone'));
	const built = 'building the dashboard';
	const logs = [];
	for (const touched of [null, null, join(clone, 'src', 'app.html')]) {
		if (touched !== null) await utimes(touched, new Date(), new Date());
		const server = await start(sharedWarehouse, { folder: clone });
		expect((await fetch(server.url)).status).toBe(200);
		await server.stop();
		logs.push(server.log());
	}
	expect(logs.map((log) => log.includes(built))).toEqual([true, false, true]);
});

test('imports the sample where there is no snapshot yet', async ({ folder, start }) => {
	const warehouse = join(folder, 'warehouse');
	const server = await start(warehouse);
	await server.stop();
	expect(server.log()).toContain('importing the sample');
	expect(await readdir(warehouse)).toContain('current.json');
});

test('a taken port is said in one line', async ({ baseURL, sharedWarehouse }) => {
	const { port } = new URL(baseURL ?? '');
	const { code, log } = await startInVain({ PORT: port, NEEDLEPOINT_WAREHOUSE: sharedWarehouse });
	expect(code).toBe(1);
	expect(log).toMatch(new RegExp(`^needlepoint: port ${port} on 127\\.0\\.0\\.1 is taken; [^\\n]+\\n$`));
});

test('a port that is none is said in one line', async ({ sharedWarehouse }) => {
	const { code, log } = await startInVain({ PORT: 'http', NEEDLEPOINT_WAREHOUSE: sharedWarehouse });
	expect({ code, log }).toEqual({ code: 1, log: 'needlepoint: PORT must be 0 to 65535: http\n' });
});

test('a signal stops it at once', async ({ sharedWarehouse, start }) => {
	const server = await start(sharedWarehouse);
	await (await fetch(server.url)).text();
	const began = performance.now();
	expect(await server.stop()).toBe(0);
	expect(performance.now() - began).toBeLessThan(3_000);
	await expect(fetch(server.url)).rejects.toThrow('fetch failed');
});

/** The files of a clone, with the packages of this one. */
async function cloneInto(folder: string): Promise<string> {
	await mkdir(folder);
	const names = ['src', 'static', 'data', 'scripts', 'package.json', 'package-lock.json', 'svelte.config.js', 'vite.config.ts', 'tsconfig.json'];
	for (const name of names) await cp(join(root, name), join(folder, name), { recursive: true });
	await symlink(join(root, 'node_modules'), join(folder, 'node_modules'));
	return folder;
}
