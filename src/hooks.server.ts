import { error, redirect, type Handle, type HandleServerError, type RequestEvent, type ServerInit } from '@sveltejs/kit';
import { env } from '$env/dynamic/private';
import { colourSchemeOf } from '#lib/charts/colour-scheme.ts';
import { holding } from '#lib/charts/held-by-page.server.ts';
import { languageOfPage } from '#lib/charts/language-of-page.ts';
import { numberFormOf } from '#lib/charts/number-form.ts';
import { readerLanguage } from '#lib/charts/reader-language.ts';
import { everybody, writeFor } from '#lib/charts/written-for.ts';
import { isBusy } from '#lib/server/answer-cache.ts';
import { onBehalfOf, type Asker } from '#lib/server/asker.ts';
import { compressed } from '#lib/server/compressed.ts';
import { heldLimit } from '#lib/server/held/held-limit.ts';
import { clearJobs } from '#lib/server/intake/jobs/job.ts';
import { keepWarm } from '#lib/server/keep-warm.ts';
import { keptResponse } from '#lib/server/kept-response.ts';
import { embedOrigins, isForThePublic, servesOnlyThePublic } from '#lib/server/public-mode.ts';
import { somebodyAsks } from '#lib/server/quiet.ts';
import { answeringIn, readerNow } from '#lib/server/reader.ts';
import { refusedFrom } from '#lib/server/this-machine.ts';
import { TooLong } from '#lib/server/within-time.ts';
import { whenSent } from '#lib/server/when-sent.ts';
import { publicationOf } from '#lib/server/warehouse/folder.ts';
import { ledgerState } from '#lib/server/warehouse/ledger-state.ts';
import { openWarehouse, type Warehouse } from '#lib/server/warehouse/open.ts';

let warehouse: Warehouse;
let onlyPublic = false;

writeFor(() => readerNow() ?? everybody);

export const init: ServerInit = async () => {
	onlyPublic = servesOnlyThePublic();
	embedOrigins();
	heldLimit();
	warehouse = await openWarehouse(env['NEEDLEPOINT_WAREHOUSE'] || 'warehouse', env['NEEDLEPOINT_MEMORY'] || '2GB', (message) => process.stderr.write(`${message}\n`));
	if (onlyPublic) return;
	await clearJobs(warehouse.folder);
	// who starts it is about to look at it
	somebodyAsks();
	keepWarm(warehouse);
};

export const handle: Handle = async ({ event, resolve }) => {
	event.locals.warehouse = warehouse;
	somebodyAsks();
	if (onlyPublic && (!isForThePublic(event.url.pathname) || changes.has(event.request.method))) return new Response('there is no such page\n', { status: 404, headers: { 'content-type': 'text/plain; charset=utf-8' } });
	const empty = publicationOf(warehouse.folder) === undefined;
	if (empty && event.url.pathname.startsWith('/api/')) error(503, 'nothing has been imported yet: run npm run import -- FILE');
	const imports = event.route.id?.startsWith('/data/import') ?? false;
	if (imports || changes.has(event.request.method)) requireThisMachine(event);
	else if (!onlyPublic && empty !== (event.url.pathname === '/welcome')) redirect(307, empty ? '/welcome' : '/');
	const key = keyOf(event);
	return key === undefined ? answered({ event, resolve }) : keptResponse(served, key, async () => ({ response: await answered({ event, resolve }), isWhole: () => event.locals.failed !== true && keyOf(event) === key }));
};

async function answered({ event, resolve }: Parameters<Handle>[0]): Promise<Response> {
	if (isBusy() && event.request.headers.get('accept')?.includes('text/html') === true) error(503, 'too many questions at once: ask again in a moment');
	if (isBusy()) return new Response('too many questions at once: ask again in a moment\n', { status: 503, headers: { 'retry-after': '2', 'content-type': 'text/plain; charset=utf-8' } });
	const { request, locals } = event;
	let tellSent = () => {};
	locals.sent = new Promise((sent) => (tellSent = sent));
	request.signal.addEventListener('abort', tellSent, { once: true });
	const reader = readerOf(event);
	const filled = (html: string) => html.replace('%theme%', colourSchemeOf(event.cookies.get('theme'))).replace('%numbers%', reader);
	const answer = await onBehalfOf(askerOf(event), async () => holding(!event.isDataRequest, async () => answeringIn(languageOfPage(event.url.pathname, reader), async () => resolve(event, { preload, transformPageChunk: ({ html }) => filled(html) }))));
	if (!isForThePublic(event.url.pathname)) answer.headers.append('vary', 'accept-language, cookie');
	const packed = await compressed(request, answer);
	return event.isDataRequest ? whenSent(packed, tellSent) : packed;
}

/** Nobody waits for the answer to a client that has left, so that an error then is none; nor is an address that leads nowhere. */
export const handleError: HandleServerError = ({ error: reason, event: { request, locals }, status, message }) => {
	locals.failed = true;
	if (status >= 500 && !request.signal.aborted) process.stderr.write(`${reason instanceof Error ? (reason.stack ?? reason.message) : String(reason)}\n`);
	return { message: reason instanceof TooLong ? reason.message : message };
};

/** Pages and answers that show nothing but what the snapshot holds, and are the same for all who read alike. */
const ofSnapshot = new Set(['/', '/conditions/[id]', '/cost', '/data', '/methods', '/protocols', '/questions', '/questions/[question]', '/safety', '/trend', '/variation', '/api/[question]']);

/** What such an answer depends on beside the snapshot; undefined where it is not kept. */
function keyOf(event: RequestEvent): string | undefined {
	const { request, route, params, cookies } = event;
	if (request.method !== 'GET' || !ofSnapshot.has(route.id ?? '')) return undefined;
	// what is said of claims depends on articles and on what was said before
	const ledger = params['question'] === 'claims' ? ledgerState(warehouse.folder) : '';
	if (ledger === undefined) return undefined;
	return JSON.stringify([request.url, ledger, colourSchemeOf(cookies.get('theme')), numberFormOf(cookies.get('numbers')), readerOf(event), request.headers.get('accept-encoding')]);
}

async function served(): Promise<object | undefined> {
	return warehouse.hold(async (stamp) => stamp).catch(() => undefined);
}

/** Behind a proxy, clients are told apart where it says who they are (`ADDRESS_HEADER`). */
function askerOf({ request, getClientAddress }: RequestEvent): Asker {
	return { client: getClientAddress(), signal: request.signal };
}

/** What is for the public is the same for all of it, and a reader may choose the form that it has. */
function readerOf({ url, cookies, request: { headers } }: RequestEvent): string {
	return isForThePublic(url.pathname) || numberFormOf(cookies.get('numbers')) === 'english' ? everybody : readerLanguage(headers.get('accept-language'));
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
