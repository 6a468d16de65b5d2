import { codebookTerms, normaliseTerm } from '#lib/codebook/terms.ts';
import type { Codebook, CodebookKind } from '#lib/codebook/schema.ts';
import type { Filters } from '#lib/questions/answer.ts';

const coded = [
	{ property: 'condition', kind: 'conditions' },
	{ property: 'protocol', kind: 'protocols' },
	{ property: 'sex', kind: 'sexes' },
	{ property: 'chronicity', kind: 'chronicity' },
] as const;

export type ResolvedFilters = Readonly<{ filters: Filters; unknown: readonly string[] }>;

/** Filters with the words of the codebook turned into its ids; `unknown` says which words it lacks. Those stay, and select nothing. */
export function resolveFilters(filters: Filters, codebook: Codebook): ResolvedFilters {
	const ids = idsOf(codebook);
	const idOf = (kind: CodebookKind, word: string) => ids.get(`${kind} ${normaliseTerm(word)}`);
	const resolved = coded.map(({ property, kind }) => [property, [...new Set(filters[property].map((word) => idOf(kind, word) ?? word))].sort()] as const);
	const lacking = coded.flatMap(({ property, kind }) => filters[property].filter((word) => idOf(kind, word) === undefined).map((word) => explain(property, word, codebook[kind])));
	const measure = filters.measure === null ? null : (idOf('measures', filters.measure) ?? filters.measure);
	const lackingMeasure = measure === null || codebook.measures.some(({ id }) => id === measure) ? [] : [explain('measure', measure, codebook.measures)];
	const thresholds = codebook.measures.find(({ id, primary }) => (measure === null ? primary : id === measure))?.thresholds ?? [];
	const lackingThreshold = filters.threshold === null || thresholds.some(({ id }) => id === filters.threshold) ? [] : [explain('threshold', filters.threshold, thresholds)];
	return { filters: { ...filters, ...Object.fromEntries(resolved), measure }, unknown: [...lacking, ...lackingMeasure, ...lackingThreshold] };
}

/** A codebook that is served never changes, and each request asks for its words. */
const kept = new WeakMap<Codebook, ReadonlyMap<string, string>>();

/** The ids of a codebook's entries by kind and word; a word stands for one entry of a kind. */
function idsOf(codebook: Codebook): ReadonlyMap<string, string> {
	const ids = kept.get(codebook) ?? new Map(codebookTerms(codebook).map(({ kind, term, id }) => [`${kind} ${term}`, id]));
	kept.set(codebook, ids);
	return ids;
}

function explain(filter: string, word: string, entries: readonly { id: string }[]): string {
	return `${filter} must be in the codebook: ${word} (it has ${entries.map(({ id }) => id).join(', ')})`;
}
