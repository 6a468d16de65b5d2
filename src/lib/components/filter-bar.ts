import { measureOf } from '#lib/charts/measure.ts';
import { list } from '#lib/charts/number.ts';
import type { Measure } from '#lib/codebook/schema.ts';
import type { Filters } from '#lib/questions/answer.ts';
import { listFilters, searchOf, singleFilters } from '#lib/questions/filters.ts';
import type { RecordsResult } from '#lib/questions/records/result.ts';

type Option = Readonly<{ value: string; label: string; n: number | null; chosen: boolean }>;

/** Everything the filter bar shows, with the links that undo each choice; made where the page is loaded. `kept` is what it passes on, `judged` by what other measure or threshold is judged than usual, `missing` which chosen values nobody has. */
export type FilterBar = Readonly<{
	lists: readonly Readonly<{ name: string; label: string; chosen: number; options: readonly Option[] }>[];
	measures: readonly Option[];
	thresholds: readonly Option[];
	kept: readonly Readonly<{ name: string; value: string }>[];
	cleared: string;
	active: readonly Choice[];
	judged: readonly Choice[];
	missing: readonly string[];
}>;

type Choice = Readonly<{ label: string; value: string; without: string }>;

/** `compare` are the terms by which a second group is chosen, which every choice keeps. */
export function filterBar(path: string, filters: Filters, { vocabulary, codebook }: Pick<RecordsResult, 'vocabulary' | 'codebook'>, omit: readonly string[] = [], compare: readonly string[] = []): FilterBar {
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
				value: labelOf(vocabulary[property], value),
				without: address(path, { ...filters, [property]: filters[property].filter((each) => each !== value) }, compare),
			})),
		);
	const [primary, measure] = [measureOf(codebook, null), measureOf(codebook, filters.measure)];
	const missing = listFilters.filter(({ name }) => !omit.includes(name)).flatMap(({ property, label }) => filters[property].filter((value) => !isRecorded(property, value, vocabulary)).map((value) => missingWords(label, value, vocabulary[property])));
	const measures = vocabulary.measure.map((each) => ({ ...each, value: each.value === primary.id ? '' : each.value, chosen: each.value === measure.id }));
	const thresholds = thresholdsOf(measure, filters.threshold);
	const judged = [
		{ label: 'Measure', without: address(path, { ...filters, measure: null, threshold: null }, compare), options: measures },
		{ label: 'Response', without: address(path, { ...filters, threshold: null }, compare), options: thresholds },
	].flatMap(({ label, without, options }) => options.filter(({ value, chosen }) => chosen && value !== '').map((option) => ({ label, value: option.label, without })));
	return { lists, measures: measures.length > 1 ? measures : [], thresholds, kept: [...keptIn(filters, ['measure', ...(thresholds.length > 0 ? ['threshold'] : [])]), ...compare.map((value) => ({ name: 'compare', value }))], cleared: path, active, judged, missing };
}

/** A year stands for its quarters. */
function isRecorded(property: (typeof listFilters)[number]['property'], value: string, vocabulary: RecordsResult['vocabulary']): boolean {
	return vocabulary[property].some((each) => each.value === value || (property === 'period' && each.value.startsWith(`${value}-`)));
}

/** As many of the values that there are as can be read at once. */
function missingWords(label: string, value: string, recorded: readonly Readonly<{ label: string }>[]): string {
	const [shown, more] = [recorded.slice(0, mostNamed), recorded.length - mostNamed];
	return `${label}: nothing is recorded for ${value}. There ${recorded.length === 0 ? 'is no value' : `${recorded.length === 1 ? 'is' : 'are'} ${list(shown.map((each) => each.label))}${more > 0 ? `, and ${more} more` : ''}`}.`;
}

const mostNamed = 12;

/** What may count as an improvement, where there is a choice; the primary one goes without saying. */
function thresholdsOf({ thresholds }: Measure, asked: string | null): Option[] {
	if (thresholds.length < 2) return [];
	const primary = thresholds.filter((each) => each.primary);
	const chosen = thresholds.find(({ id }) => id === asked && !(primary.length === 1 && primary[0]?.id === id));
	const usual = { value: '', label: primary.length === 1 ? (primary[0]?.label ?? '') : 'the usual improvement of each condition', n: null, chosen: chosen === undefined };
	const others = thresholds.filter(({ id }) => primary.length !== 1 || primary[0]?.id !== id);
	return [usual, ...others.map(({ id, label }) => ({ value: id, label, n: null, chosen: chosen?.id === id }))];
}

export function labelOf(options: readonly Readonly<{ value: string; label: string }>[], value: string): string {
	return options.find((each) => each.value === value)?.label ?? value;
}

/** The filters of one value that are set, but for those that a form asks for itself. */
export function keptIn(filters: Filters, asked: readonly string[]): FilterBar['kept'] {
	return singleFilters.flatMap((name) => {
		const value = filters[name];
		return value === null || asked.includes(name) ? [] : [{ name, value: String(value) }];
	});
}

/** Where a page is with these filters in force. */
export function address(path: string, filters: Filters, compare: readonly string[] = []): string {
	const search = new URLSearchParams([...searchOf(filters), ...compare.map((term) => ['compare', term])]).toString();
	return search === '' ? path : `${path}?${search}`;
}
