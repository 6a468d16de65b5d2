import { fileHeaders, published } from '../published.server.ts';
import type { RequestHandler } from './$types';

export const GET: RequestHandler = async ({ locals, params }) => {
	const { id, evidence } = await published(locals, params.id);
	return new Response(evidence.svg, { headers: fileHeaders(id, 'svg') });
};
