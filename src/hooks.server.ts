import { error, redirect, type Handle, type ServerInit } from '@sveltejs/kit';
import { env } from '$env/dynamic/private';
import { isBusy } from '#lib/server/answer-cache.ts';
import { compressed } from '#lib/server/compressed.ts';
import { currentSnapshot } from '#lib/server/warehouse/folder.ts';
import { openWarehouse, type Warehouse } from '#lib/server/warehouse/open.ts';

let warehouse: Warehouse;

export const init: ServerInit = async () => {
	warehouse = await openWarehouse(env['NEEDLEPOINT_WAREHOUSE'] || 'warehouse', env['NEEDLEPOINT_MEMORY'] || '2GB', (message) => process.stderr.write(`${message}\n`));
};

export const handle: Handle = async ({ event, resolve }) => {
	event.locals.warehouse = warehouse;
	const empty = (await currentSnapshot(warehouse.folder)) === undefined;
	if (empty && event.url.pathname.startsWith('/api/')) error(503, 'nothing has been imported yet: run npm run import -- FILE');
	if (empty !== (event.url.pathname === '/welcome')) redirect(307, empty ? '/welcome' : '/');
	if (isBusy()) return new Response('too many questions at once: ask again in a moment\n', { status: 503, headers: { 'retry-after': '2', 'content-type': 'text/plain; charset=utf-8' } });
	return compressed(event.request, await resolve(event));
};
