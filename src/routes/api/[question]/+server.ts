import { json } from '@sveltejs/kit';
import { parseFilters } from '#lib/questions/filters.ts';
import { csv } from '#lib/server/csv.ts';
import { asked, questionNamed } from '../../asked.server.ts';
import type { RequestHandler } from './$types';

export const GET: RequestHandler = async ({ params, url, locals }) => {
	const { answer, exported } = await asked(locals, questionNamed(params.question), parseFilters(url.searchParams));
	if (url.searchParams.get('format') !== 'csv') return json(answer);
	const headers = { 'content-type': 'text/csv; charset=utf-8', 'content-disposition': `attachment; filename="${answer.question}.csv"` };
	return new Response(csv(exported.columns, exported.rows), { headers });
};
