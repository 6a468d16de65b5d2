import { error, redirect, type Handle, type RequestEvent, type ServerInit } from '@sveltejs/kit';
import { env } from '$env/dynamic/private';
import { isBusy } from '#lib/server/answer-cache.ts';
import { compressed } from '#lib/server/compressed.ts';
import { clearJobs } from '#lib/server/intake/jobs/job.ts';
import { refusedFrom } from '#lib/server/this-machine.ts';
import { currentSnapshot } from '#lib/server/warehouse/folder.ts';
import { openWarehouse, type Warehouse } from '#lib/server/warehouse/open.ts';

let warehouse: Warehouse;

export const init: ServerInit = async () => {
	warehouse = await openWarehouse(env['NEEDLEPOINT_WAREHOUSE'] || 'warehouse', env['NEEDLEPOINT_MEMORY'] || '2GB', (message) => process.stderr.write(`${message}\n`));
	await clearJobs(warehouse.folder);
};

export const handle: Handle = async ({ event, resolve }) => {
	event.locals.warehouse = warehouse;
	const empty = (await currentSnapshot(warehouse.folder).catch(() => '')) === undefined;
	if (empty && event.url.pathname.startsWith('/api/')) error(503, 'nothing has been imported yet: run npm run import -- FILE');
	const imports = event.route.id?.startsWith('/data/import') ?? false;
	if (imports || changes.has(event.request.method)) requireThisMachine(event);
	else if (empty !== (event.url.pathname === '/welcome')) redirect(307, empty ? '/welcome' : '/');
	if (isBusy()) return new Response('too many questions at once: ask again in a moment\n', { status: 503, headers: { 'retry-after': '2', 'content-type': 'text/plain; charset=utf-8' } });
	return compressed(event.request, await resolve(event));
};

/** What may change something, and is only ever asked for by the pages of an import. */
const changes = new Set(['POST', 'PUT', 'PATCH', 'DELETE']);

/** Forms have short bodies; files are limited where they are received. */
const longestForm = 1_000_000;

/** The address is that of the socket: headers can say anything. */
function requireThisMachine({ platform, getClientAddress, request: { method, headers }, route }: RequestEvent): void {
	const refused = refusedFrom({ remote: platform === undefined ? getClientAddress() : platform.req.socket.remoteAddress, method, headers });
	if (refused !== undefined) error(403, refused);
	if (method === 'POST' && route.id !== '/data/import/upload' && !(Number(headers.get('content-length') ?? Infinity) <= longestForm)) error(413, 'this form is longer than any of this page');
}
