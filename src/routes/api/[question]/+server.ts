import { aboutLines } from '#lib/evidence/about-lines.ts';
import { parseFilters, searchOf } from '#lib/questions/filters.ts';
import { questions } from '#lib/questions/registry.server.ts';
import { csv } from '#lib/server/csv.ts';
import { xlsx, xlsxType } from '#lib/server/xlsx.ts';
import { asked, questionNamed } from '../../asked.server.ts';
import { etag } from '../../etag.ts';
import type { RequestHandler } from './$types';

type Told = Readonly<{ text: string; tag: string }>;

/** The text of an answer that is kept is kept with it. */
const told = new WeakMap<object, Promise<Told>>();

export const GET: RequestHandler = async ({ params, url, locals }) => {
	const name = questionNamed(params.question);
	const given = await asked(locals, name, parseFilters(url.searchParams));
	const { answer } = given;
	if (url.searchParams.get('format') === 'csv') {
		const { columns, rows } = given.exported;
		const { text, tag } = await tagged(csv(columns, rows));
		return new Response(text, { headers: { ...usual, etag: tag, 'content-type': 'text/csv; charset=utf-8', 'content-disposition': `attachment; filename="${answer.question}.csv"` } });
	}
	if (url.searchParams.get('format') === 'xlsx') {
		const about = aboutLines({ ...answer, title: questions[name].title, search: searchOf(answer.filters).toString() });
		const body = await xlsx(given.exported, about);
		return new Response(body, { headers: { ...usual, 'content-type': xlsxType, 'content-disposition': `attachment; filename="${answer.question}.xlsx"` } });
	}
	const telling = told.get(answer) ?? tagged(JSON.stringify(answer));
	told.set(answer, telling);
	const { text, tag } = await telling;
	return new Response(text, { headers: { ...usual, etag: tag, 'content-type': 'application/json' } });
};

const usual = { 'cache-control': 'private, no-cache' } as const;

async function tagged(text: string): Promise<Told> {
	return { text, tag: await etag(text) };
}
