import type { Filters } from '#lib/questions/answer.ts';
import { listFilters } from '#lib/questions/filters.ts';
import type { RecordsResult } from '#lib/questions/records/result.ts';
import { address, keptIn, type FilterBar } from './filter-bar.ts';

type Option = Readonly<{ value: string; label: string; n: number | null; chosen: boolean }>;

/** Everything the choice of a second group shows; `stop` leads back to the first alone, and is null where there is one group. */
export type CompareBar = Readonly<{
	lists: readonly Readonly<{ label: string; options: readonly Option[] }>[];
	kept: FilterBar['kept'];
	stop: string | null;
}>;

/** `compare` are the terms by which the second group is chosen now. */
export function compareBar(path: string, filters: Filters, { vocabulary }: Pick<RecordsResult, 'vocabulary'>, omit: readonly string[], compare: readonly string[]): CompareBar {
	const lists = listFilters
		.filter(({ name }) => !omit.includes(name))
		.map(({ name, property, label }) => {
			const option = (value: string, text: string, n: number | null) => ({ value: `${name}:${value}`, label: text, n, chosen: compare.length === 1 && compare[0] === `${name}:${value}` });
			const others = vocabulary[property].filter(({ value }) => !filters[property].includes(value)).map((each) => option(each.value, each.label, each.n));
			const any = filters[property].length === 0 ? [] : [option('', `${label}: any`, null)];
			return { label, options: vocabulary[property].length > 1 ? [...others, ...any] : [] };
		})
		.filter(({ options }) => options.length > 0);
	const kept = listFilters.filter(({ name }) => !omit.includes(name)).flatMap(({ name, property }) => filters[property].map((value) => ({ name, value })));
	return { lists, kept: [...kept, ...keptIn(filters, [])], stop: compare.length === 0 ? null : address(path, filters) };
}
