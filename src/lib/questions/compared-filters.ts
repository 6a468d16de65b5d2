import type { Filters } from './answer.ts';
import { listFilters, parseFilters } from './filters.ts';

/**
 * The filters of the second of two groups that a URL puts beside one another; null where it asks for one group. Each `compare=protocol:b` gives a
 * filter of the second group another value than that of the first; `compare=protocol:` takes the filter away. All others are the same for both.
 */
export function comparedFilters(parameters: URLSearchParams, first: Filters): Filters | null {
	const changes = comparedTerms(parameters).map(split);
	if (changes.length === 0) return null;
	const second = new URLSearchParams(changes.filter(([, value]) => value !== ''));
	const parsed = parseFilters(second);
	const changed = listFilters.filter(({ name }) => changes.some(([other]) => other === name));
	return { ...first, ...Object.fromEntries(changed.map(({ property }) => [property, parsed[property]])) };
}

/** The `compare` parameters that name a filter, each once. */
export function comparedTerms(parameters: URLSearchParams): string[] {
	return [...new Set(parameters.getAll('compare'))].filter((term) => term.includes(':') && listFilters.some(({ name }) => name === split(term)[0])).sort();
}

/** Whether no episode can be in both groups: some filter lets each of them have what the other may not. */
export function areApart(first: Filters, second: Filters): boolean {
	return listFilters.some(({ property }) => first[property].length > 0 && second[property].length > 0 && !first[property].some((value) => second[property].some((other) => meet(value, other))));
}

/** A year holds its quarters. */
function meet(value: string, other: string): boolean {
	return value === other || value.startsWith(`${other}-Q`) || other.startsWith(`${value}-Q`);
}

function split(term: string): [string, string] {
	const at = term.indexOf(':');
	return [term.slice(0, at), term.slice(at + 1)];
}
