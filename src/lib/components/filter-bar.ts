import { measureOf } from '#lib/charts/measure.ts';
import type { Filters } from '#lib/questions/answer.ts';
import { listFilters, searchOf, singleFilters } from '#lib/questions/filters.ts';
import type { RecordsResult } from '#lib/questions/records/result.ts';

type Option = Readonly<{ value: string; label: string; n: number | null; chosen: boolean }>;

/** Everything the filter bar shows, with the links that undo each choice; made where the page is loaded. `kept` is what it passes on. */
export type FilterBar = Readonly<{
	lists: readonly Readonly<{ name: string; label: string; chosen: number; options: readonly Option[] }>[];
	measures: readonly Option[];
	kept: readonly Readonly<{ name: string; value: string }>[];
	cleared: string;
	active: readonly Readonly<{ label: string; value: string; without: string }>[];
}>;

export function filterBar(path: string, filters: Filters, { vocabulary, codebook }: Pick<RecordsResult, 'vocabulary' | 'codebook'>, omit: readonly string[] = []): FilterBar {
	const lists = listFilters
		.filter(({ name }) => !omit.includes(name))
		.map(({ name, property, label }) => {
			const options = vocabulary[property].map((each) => ({ ...each, chosen: filters[property].includes(each.value) }));
			return { name, label, options, chosen: filters[property].length };
		})
		.filter(({ options }) => options.length > 1 || options.some((option) => option.chosen));
	const active = listFilters
		.filter(({ name }) => !omit.includes(name))
		.flatMap(({ property, label }) =>
			filters[property].map((value) => ({
				label,
				value: vocabulary[property].find((each) => each.value === value)?.label ?? value,
				without: address(path, { ...filters, [property]: filters[property].filter((each) => each !== value) }),
			})),
		);
	const [primary, measure] = [measureOf(codebook, null), measureOf(codebook, filters.measure)];
	const measures = vocabulary.measure.map((each) => ({ ...each, value: each.value === primary.id ? '' : each.value, chosen: each.value === measure.id }));
	return { lists, measures: measures.length > 1 ? measures : [], kept: keptIn(filters, ['measure']), cleared: path, active };
}

/** The filters of one value that are set, but for those that a form asks for itself. */
export function keptIn(filters: Filters, asked: readonly string[]): FilterBar['kept'] {
	return singleFilters.flatMap((name) => {
		const value = filters[name];
		return value === null || asked.includes(name) ? [] : [{ name, value: String(value) }];
	});
}

/** Where a page is with these filters in force. */
export function address(path: string, filters: Filters): string {
	const search = searchOf(filters).toString();
	return search === '' ? path : `${path}?${search}`;
}
