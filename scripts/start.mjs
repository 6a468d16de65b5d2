import { existsSync } from 'node:fs';
import { createServer } from 'node:net';
import { join, resolve } from 'node:path';
import { pathToFileURL } from 'node:url';
import { buildWhenStale } from './build.mjs';
import { root, runScript, stopWithParent } from './child.mjs';
import { fail, install } from './install.mjs';

const { env } = process;
env.HOST ||= '127.0.0.1';
env.PORT ||= '4173';
if (env.SOCKET_PATH) delete env.PORT;
env.SHUTDOWN_TIMEOUT ||= '5';
// a browser or proxy that asks again some seconds later must not meet a connection that is just being closed
env.KEEP_ALIVE_TIMEOUT ||= '75';
// files to import are limited where they are received, and nothing else takes a body
env.BODY_SIZE_LIMIT ||= 'Infinity';
env.NEEDLEPOINT_WAREHOUSE = resolve(env.INIT_CWD || '.', env.NEEDLEPOINT_WAREHOUSE || join(root, 'warehouse'));

stopWithParent();
if (env.PORT && !env.LISTEN_FDS) await requirePort(env.HOST, env.PORT);
await install();
await importSampleOnce(env.NEEDLEPOINT_WAREHOUSE);
await buildWhenStale();
process.once('sveltekit:shutdown', () => setImmediate(() => process.exit()));
await import(pathToFileURL(join(root, 'build', 'index.js')).href);

async function requirePort(host, port) {
	if (!/^\d{1,5}$/.test(port) || Number(port) > 65_535) fail(`PORT must be 0 to 65535: ${port}`);
	const probe = createServer();
	const error = await new Promise((settle) => {
		probe.once('error', settle);
		probe.listen({ host, port: Number(port) }, () => probe.close(settle));
	});
	if (error?.code === 'EADDRINUSE') fail(`port ${port} on ${host} is taken; stop what listens there, or choose another with PORT=4174 npm start`);
	if (error) fail(`cannot listen on port ${port} of ${host}: ${error.message}`);
}

async function importSampleOnce(warehouse) {
	if (existsSync(join(warehouse, 'current.json'))) return;
	console.error('needlepoint: importing the sample');
	const sample = join(root, 'data', 'sample', 'sessions.csv');
	const code = await runScript('import.ts', [sample, '--warehouse', warehouse], { cwd: root, stdio: ['ignore', 2, 2] });
	const published = [0, 2];
	if (!published.includes(code)) fail('the sample could not be imported; see the lines above', code);
}
