import type { EvidenceSpec } from '#lib/evidence/evidence.ts';
import { parseFilters, searchOf } from '#lib/questions/filters.ts';

/** The evidence that an address of the builder asks for. */
export function specOf({ searchParams }: URL): EvidenceSpec {
	return { question: searchParams.get('question') ?? '', search: searchOf(parseFilters(searchParams)).toString(), figure: searchParams.get('figure') ?? '' };
}

/** The same as the search text of an address. */
export function searchOfSpec({ question, search, figure }: EvidenceSpec): string {
	return new URLSearchParams([['question', question], ...new URLSearchParams(search), ...(figure === '' ? [] : [['figure', figure]])]).toString();
}
