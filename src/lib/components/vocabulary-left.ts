import { filterNames, type ChoicesResult } from '#lib/questions/choices/result.ts';
import type { RecordsResult } from '#lib/questions/records/result.ts';

/** The values that filters may take, each with how many episodes it would select given the other filters; none where they leave it none. */
export function vocabularyLeft(vocabulary: RecordsResult['vocabulary'], { choices }: ChoicesResult): RecordsResult['vocabulary'] {
	const left = filterNames.map((name) => {
		const counted = new Map(choices.filter(({ filter }) => filter === name).map(({ value, n }) => [value, n]));
		return [name, vocabulary[name].map((each) => ({ ...each, n: counted.has(each.value) ? (counted.get(each.value) ?? null) : 0 }))] as const;
	});
	return { ...vocabulary, ...Object.fromEntries(left) };
}
