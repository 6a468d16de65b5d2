import { png } from '#lib/server/png.ts';
import { fileHeaders, published } from '../published.server.ts';
import type { RequestHandler } from './$types';

export const GET: RequestHandler = async ({ locals, params, url }) => {
	const { id, evidence } = await published(locals, params.id);
	const asCard = url.searchParams.get('size') === 'card';
	return new Response(await png(asCard ? evidence.card : evidence.svg, asCard ? 1 : 2), { headers: fileHeaders(id, 'png') });
};
