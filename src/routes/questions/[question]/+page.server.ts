import { filterBar } from '#lib/components/filter-bar.ts';
import { parseFilters, searchOf } from '#lib/questions/filters.ts';
import { shownTable } from '#lib/questions/shown-table.ts';
import { answer } from '#lib/server/answer.ts';
import { asked } from '../../asked.server.ts';
import type { PageServerLoad } from './$types';

export const load: PageServerLoad = async ({ locals, params: { question }, url }) => {
	const filters = parseFilters(url.searchParams);
	const { answer: given, table, title } = await asked(locals, question, filters);
	const records = await answer(locals.warehouse, 'records', parseFilters(new URLSearchParams()));
	return {
		stamp: { ...given.snapshot, minimumCell: given.method.minimumCell },
		title,
		bar: filterBar(url.pathname, filters, records),
		table: shownTable(table, title, records.codebook),
		source: `/api/${question}?${searchOf(filters)}`,
		method: given.method,
		caveats: given.caveats,
	};
};
