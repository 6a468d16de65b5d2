import { json } from '@sveltejs/kit';
import { parseFilters } from '#lib/questions/filters.ts';
import { csv } from '#lib/server/csv.ts';
import { asked, questionNamed } from '../../asked.server.ts';
import { etag } from './etag.ts';
import type { RequestHandler } from './$types';

export const GET: RequestHandler = async ({ params, url, locals }) => {
	const { answer, exported } = await asked(locals, questionNamed(params.question), parseFilters(url.searchParams));
	const format = url.searchParams.get('format') === 'csv' ? 'csv' : 'json';
	const kept = { 'cache-control': 'private, no-cache', etag: await etag(answer, format) };
	if (format === 'json') return json(answer, { headers: kept });
	const headers = { ...kept, 'content-type': 'text/csv; charset=utf-8', 'content-disposition': `attachment; filename="${answer.question}.csv"` };
	return new Response(csv(exported.columns, exported.rows), { headers });
};
