import { codebookTerms, normaliseTerm, type CodebookTerm } from '#lib/codebook/terms.ts';
import type { Codebook } from '#lib/codebook/schema.ts';
import { fields } from '#lib/record/fields.ts';
import { matchHeaders, type Mapping } from './mapping.ts';

/**
 * The mapping with those words of sampled records that are words of the codebook but for accents and Unicode forms, as "fasciïtis" is;
 * a word that two entries could claim is left to the checks.
 */
export function foldedWords(headers: readonly string[], records: readonly (readonly (string | null)[])[], codebook: Codebook, mapping: Mapping): Readonly<{ mapping: Mapping; notes: readonly string[] }> {
	const terms = codebookTerms(codebook);
	const values = { ...mapping.values };
	const notes: string[] = [];
	for (const [place, name] of matchHeaders(headers, mapping).columns.entries()) {
		const field = fields.find((each) => each.name === name);
		if (field?.type !== 'code') continue;
		const known = terms.filter(({ kind }) => kind === field.kind);
		const exact = new Set([...known.map(({ term }) => term), ...Object.keys(values[field.name] ?? {}).map(normaliseTerm)]);
		const texts = [...new Set(records.map((record) => (record[place] ?? '').trim()))].filter((text) => text !== '' && !exact.has(normaliseTerm(text)));
		const found = texts.length === 0 ? [] : foundIn(texts, known);
		if (found.length === 0) continue;
		values[field.name] = { ...values[field.name], ...Object.fromEntries(found) };
		notes.push(`${headers[place] ?? ''}: words are read as words of the codebook that differ in accents alone (${found.length})`);
	}
	return notes.length === 0 ? { mapping, notes } : { mapping: { ...mapping, values }, notes };
}

function foundIn(texts: readonly string[], known: readonly CodebookTerm[]): (readonly [string, string])[] {
	const ids = new Map<string, Set<string>>();
	for (const { term, id } of known) ids.set(folded(term), new Set([...(ids.get(folded(term)) ?? []), id]));
	return texts.flatMap((text) => {
		const [id, other] = ids.get(folded(text)) ?? [];
		return id === undefined || other !== undefined ? [] : [[text, id] as const];
	});
}

function folded(text: string): string {
	return normaliseTerm(text.normalize('NFKD').replaceAll(/\p{M}/gu, ''));
}
