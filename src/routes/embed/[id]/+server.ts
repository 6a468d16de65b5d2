import { latest } from '#lib/server/published/latest.ts';
import { publishedEvidence, type Published } from '#lib/server/published/published-evidence.ts';
import { embedOrigins } from '#lib/server/public-mode.ts';
import { framed, said, styleAllowed } from '../framed.server.ts';
import type { RequestHandler } from './$types';

export const GET: RequestHandler = async ({ locals: { warehouse }, params, url }) => {
	const found = await publishedEvidence(warehouse.folder, params.id);
	if (found === undefined) return page(said('There is no such figure.'), 404);
	if ('withdrawnAt' in found) return page(said('This figure was withdrawn. Please do not quote it any more.'), 410);
	if (url.searchParams.get('follow') !== 'latest') return page(framed(found, found), 200);
	const newest: Published | undefined = await latest(warehouse, found).catch(() => undefined);
	return page(framed(newest ?? found, found, newest === undefined), 200);
};

function page(html: string, status: number): Response {
	const ancestors = ["'self'", ...embedOrigins()].join(' ');
	return new Response(html, {
		status,
		headers: {
			'content-type': 'text/html; charset=utf-8',
			'content-security-policy': `default-src 'none'; style-src ${styleAllowed}; base-uri 'none'; form-action 'none'; frame-ancestors ${ancestors}`,
			'cache-control': 'public, no-cache',
			'x-content-type-options': 'nosniff',
		},
	});
}
