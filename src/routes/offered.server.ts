import { vocabularyLeft } from '#lib/components/vocabulary-left.ts';
import type { Answer, Filters } from '#lib/questions/answer.ts';
import { listFilters, parseFilters } from '#lib/questions/filters.ts';
import type { RecordsResult } from '#lib/questions/records/result.ts';
import { answer } from '#lib/server/answer.ts';

const everything = parseFilters(new URLSearchParams());

/** What the snapshot holds, with the values of each filter counted among what the other filters leave. */
export async function offered({ warehouse }: App.Locals, filters: Filters): Promise<Answer<RecordsResult>> {
	const chosen = listFilters.filter(({ property }) => filters[property].length > 0).map(({ property }) => [property, filters[property]] as const);
	if (chosen.length === 0) return answer(warehouse, 'records', everything);
	const [records, left] = await Promise.all([answer(warehouse, 'records', everything), answer(warehouse, 'choices', { ...everything, ...Object.fromEntries(chosen) })]);
	return { ...records, vocabulary: vocabularyLeft(records.vocabulary, left) };
}
