import { measureOf } from '#lib/charts/measure.ts';
import type { Codebook, Measure } from '#lib/codebook/schema.ts';
import { compareBar } from '#lib/components/compare-bar.ts';
import { filterBar } from '#lib/components/filter-bar.ts';
import { figuresOf } from '#lib/figures/figures-of.server.ts';
import { comparedFilters, comparedTerms } from '#lib/questions/compared-filters.ts';
import { parseFilters, searchOf } from '#lib/questions/filters.ts';
import type { Answer, Filters } from '#lib/questions/answer.ts';
import type { QuestionName, Results } from '#lib/questions/registry.server.ts';
import { asked } from './asked.server.ts';
import { beside } from './beside.server.ts';
import { offered } from './offered.server.ts';

type Say<Name extends QuestionName> = (given: Answer<Results[Name]>, about: Readonly<{ filters: Filters; codebook: Codebook; measure: Measure }>) => string;

/** The answer to what a URL asks of one question, and what every page shows of it: the sentence that it `say`s, figures, caveats, method, and the filters to ask otherwise; of two groups where it asks for two. */
export async function answered<Name extends QuestionName>(locals: App.Locals, name: Name, url: URL, say: Say<Name> = () => '') {
	const filters = parseFilters(url.searchParams);
	const second = comparedFilters(url.searchParams, filters);
	const [{ answer: given, table }, records, other] = await Promise.all([
		asked(locals, name, filters),
		offered(locals, filters),
		second === null ? null : asked(locals, name, second),
	]);
	const { codebook } = records;
	const measure = measureOf(codebook, filters.measure);
	const source = `/api/${name}?${searchOf(filters)}`;
	const groupOf = (its: Filters, answer: Answer<Results[Name]>) => ({ filters: its, sentence: say(answer, { filters: its, codebook, measure }), figures: figuresOf(name, answer, { codebook, measure, source: `/api/${name}?${searchOf(its)}` }) });
	const first = groupOf(filters, given);
	const terms = comparedTerms(url.searchParams);
	return {
		...{ given, table, filters, codebook, measure, recorded: records.vocabulary.period.map(({ value }) => value) },
		shown: {
			sentence: first.sentence,
			stamp: { ...given.snapshot, minimumCell: given.method.minimumCell },
			bar: filterBar(url.pathname, filters, records, [], terms),
			compare: first.figures.length === 0 && second === null ? null : compareBar(url.pathname, filters, records, [], terms),
			beside: second === null || other === null ? null : await beside(locals, [first, groupOf(second, other.answer)], { records, measure }),
			figures: second === null ? first.figures : [],
			source,
			caveats: [...new Set([...given.caveats, ...(other?.answer.caveats ?? [])])],
			method: given.method,
		},
	};
}
