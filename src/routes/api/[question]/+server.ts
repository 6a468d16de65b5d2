import { error, json } from '@sveltejs/kit';
import { parseFilters } from '#lib/questions/filters.ts';
import { isQuestion } from '#lib/questions/registry.server.ts';
import { ask, UnknownWord } from '#lib/server/ask.ts';
import { csv } from '#lib/server/csv.ts';
import type { RequestHandler } from './$types';

export const GET: RequestHandler = async ({ params, url, locals }) => {
	if (!isQuestion(params.question)) error(404, `there is no question ${params.question}`);
	const { answer, exported } = await ask(locals.warehouse, params.question, parseFilters(url.searchParams)).catch((reason: unknown) => {
		if (reason instanceof UnknownWord) error(404, reason.message);
		throw reason;
	});
	if (url.searchParams.get('format') !== 'csv') return json(answer);
	const headers = { 'content-type': 'text/csv; charset=utf-8', 'content-disposition': `attachment; filename="${answer.question}.csv"` };
	return new Response(csv(exported.columns, exported.rows), { headers });
};
