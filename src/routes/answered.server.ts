import { measureOf } from '#lib/charts/measure.ts';
import { filterBar } from '#lib/components/filter-bar.ts';
import { parseFilters, searchOf } from '#lib/questions/filters.ts';
import type { QuestionName } from '#lib/questions/registry.server.ts';
import { answer } from '#lib/server/answer.ts';
import { asked } from './asked.server.ts';
import { figuresOf } from './questions/[question]/figures.server.ts';

/** The answer to what a URL asks of one question, and what every page shows of it: figures, caveats, method, and the filters to ask otherwise. */
export async function answered<Name extends QuestionName>(locals: App.Locals, name: Name, url: URL) {
	const filters = parseFilters(url.searchParams);
	const [{ answer: given, table }, records] = await Promise.all([asked(locals, name, filters), answer(locals.warehouse, 'records', parseFilters(new URLSearchParams()))]);
	const { codebook } = records;
	const measure = measureOf(codebook, filters.measure);
	const source = `/api/${name}?${searchOf(filters)}`;
	return {
		...{ given, table, filters, codebook, measure },
		shown: {
			stamp: { ...given.snapshot, minimumCell: given.method.minimumCell },
			bar: filterBar(url.pathname, filters, records),
			figures: figuresOf(name, given, { codebook, measure, source }),
			source,
			caveats: given.caveats,
			method: given.method,
		},
	};
}
