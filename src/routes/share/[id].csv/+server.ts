import { csv } from '#lib/server/csv.ts';
import { fileHeaders, published } from '../published.server.ts';
import type { RequestHandler } from './$types';

export const GET: RequestHandler = async ({ locals, params }) => {
	const { id, evidence } = await published(locals, params.id);
	return new Response(csv(evidence.numbers.columns, evidence.numbers.rows), { headers: fileHeaders(id, 'csv') });
};
