import { measureOf } from '#lib/charts/measure.ts';
import { filterBar } from '#lib/components/filter-bar.ts';
import { parseFilters, searchOf } from '#lib/questions/filters.ts';
import { questions, type QuestionName } from '#lib/questions/registry.server.ts';
import { shownTable } from '#lib/questions/shown-table.ts';
import { answer } from '#lib/server/answer.ts';
import { asked, questionNamed } from '../../asked.server.ts';
import type { PageServerLoad } from './$types';
import { figuresOf } from './figures.server.ts';

export const load: PageServerLoad = async ({ locals, params, url }) => pageOf(locals, questionNamed(params.question), url);

async function pageOf<Name extends QuestionName>(locals: App.Locals, name: Name, url: URL) {
	const filters = parseFilters(url.searchParams);
	const { answer: given, table } = await asked(locals, name, filters);
	const { codebook, vocabulary } = await answer(locals.warehouse, 'records', parseFilters(new URLSearchParams()));
	const { title } = questions[name];
	const source = `/api/${name}?${searchOf(filters)}`;
	return {
		stamp: { ...given.snapshot, minimumCell: given.method.minimumCell },
		title,
		bar: filterBar(url.pathname, filters, { codebook, vocabulary }),
		figures: figuresOf(name, given, { codebook, measure: measureOf(codebook, filters.measure), source }),
		table: shownTable(table, title, codebook),
		source,
		method: given.method,
		caveats: given.caveats,
	};
}
