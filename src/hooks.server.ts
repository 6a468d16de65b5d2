import { error, redirect, type Handle, type HandleServerError, type RequestEvent, type ServerInit } from '@sveltejs/kit';
import { env } from '$env/dynamic/private';
import { colourSchemeOf } from '#lib/charts/colour-scheme.ts';
import { holding } from '#lib/charts/held-by-page.server.ts';
import { isBusy } from '#lib/server/answer-cache.ts';
import { onBehalfOf, type Asker } from '#lib/server/asker.ts';
import { compressed } from '#lib/server/compressed.ts';
import { clearJobs } from '#lib/server/intake/jobs/job.ts';
import { keepWarm } from '#lib/server/keep-warm.ts';
import { embedOrigins, isForThePublic, servesOnlyThePublic } from '#lib/server/public-mode.ts';
import { refusedFrom } from '#lib/server/this-machine.ts';
import { TooLong } from '#lib/server/within-time.ts';
import { currentSnapshot } from '#lib/server/warehouse/folder.ts';
import { openWarehouse, type Warehouse } from '#lib/server/warehouse/open.ts';

let warehouse: Warehouse;
let onlyPublic = false;

export const init: ServerInit = async () => {
	onlyPublic = servesOnlyThePublic();
	embedOrigins();
	warehouse = await openWarehouse(env['NEEDLEPOINT_WAREHOUSE'] || 'warehouse', env['NEEDLEPOINT_MEMORY'] || '2GB', (message) => process.stderr.write(`${message}\n`));
	if (onlyPublic) return;
	await clearJobs(warehouse.folder);
	keepWarm(warehouse);
};

export const handle: Handle = async ({ event, resolve }) => {
	event.locals.warehouse = warehouse;
	if (onlyPublic && (!isForThePublic(event.url.pathname) || changes.has(event.request.method))) return new Response('there is no such page\n', { status: 404, headers: { 'content-type': 'text/plain; charset=utf-8' } });
	const empty = (await currentSnapshot(warehouse.folder).catch(() => '')) === undefined;
	if (empty && event.url.pathname.startsWith('/api/')) error(503, 'nothing has been imported yet: run npm run import -- FILE');
	const imports = event.route.id?.startsWith('/data/import') ?? false;
	if (imports || changes.has(event.request.method)) requireThisMachine(event);
	else if (!onlyPublic && empty !== (event.url.pathname === '/welcome')) redirect(307, empty ? '/welcome' : '/');
	if (isBusy() && event.request.headers.get('accept')?.includes('text/html') === true) error(503, 'too many questions at once: ask again in a moment');
	if (isBusy()) return new Response('too many questions at once: ask again in a moment\n', { status: 503, headers: { 'retry-after': '2', 'content-type': 'text/plain; charset=utf-8' } });
	return compressed(event.request, await onBehalfOf(askerOf(event), async () => holding(!event.isDataRequest, async () => resolve(event, { preload, transformPageChunk: ({ html }) => html.replace('%theme%', colourSchemeOf(event.cookies.get('theme'))) }))));
};

/** Nobody waits for the answer to a client that has left, so that an error then is none. */
export const handleError: HandleServerError = ({ error: reason, event: { request }, message }) => {
	if (!request.signal.aborted) process.stderr.write(`${reason instanceof Error ? (reason.stack ?? reason.message) : String(reason)}\n`);
	return { message: reason instanceof TooLong ? reason.message : message };
};

/** Behind a proxy, clients are told apart where it says who they are (`ADDRESS_HEADER`). */
function askerOf({ request, getClientAddress }: RequestEvent): Asker {
	return { client: getClientAddress(), signal: request.signal };
}

/** Of the fonts, the one that has the letters of every page. */
function preload({ type, path }: Readonly<{ type: string; path: string }>): boolean {
	return type === 'js' || type === 'css' || /\/inter-words\.[^/]+$/u.test(path);
}

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
