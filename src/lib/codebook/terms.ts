import type { Codebook, CodebookKind } from './schema.ts';

/** A normalised text that a file may hold, and the entry it stands for. */
export type CodebookTerm = { readonly kind: CodebookKind; readonly term: string; readonly id: string };

/**
 * Characters that Unicode added to the basic plane after version 15.0, and all beyond it, separate words as punctuation does.
 * The tables of Node and of DuckDB end at different versions: what only one of them knows as a letter, the two would read differently.
 */
const unsettled = [
	['88f'],
	['897'],
	['c5c'],
	['cdc'],
	['1acf', '1aff'],
	['1c89', '1c8f'],
	['a7cb', 'a7cf'],
	['a7d2'],
	['a7d4'],
	['a7da', 'a7f1'],
	['10000', '10ffff'],
] as const;

const separator = new RegExp(separators((hex) => `\\u{${hex}}`), 'gu');

/** The form in which texts are compared: words of letters, marks and digits, in lower case, one space between them. */
export function normaliseTerm(text: string): string {
	return lowerCase(text.replace(separator, ' ').normalize('NFC')).trim();
}

/** The same form as an SQL expression of DuckDB; `column` is an expression too, never a value from outside. */
export function normalisedTerm(column: string): string {
	return `trim(lower(nfc_normalize(regexp_replace(${column}, '${separators((hex) => `\\x{${hex}}`)}', ' ', 'g'))))`;
}

/** Every text that stands for an entry: its id, label, abbreviation, synonyms and codes, a code also without its dots. */
export function codebookTerms(codebook: Codebook): readonly CodebookTerm[] {
	return [
		...termsOf('conditions', codebook.conditions),
		...termsOf('protocols', codebook.protocols),
		...termsOf('measures', codebook.measures),
		...termsOf('dischargeReasons', codebook.dischargeReasons),
		...termsOf('bodyRegions', codebook.bodyRegions),
		...termsOf('sides', codebook.sides),
		...termsOf('sexes', codebook.sexes),
		...termsOf('chronicity', codebook.chronicity),
	];
}

type Named = {
	readonly id: string;
	readonly label: string;
	readonly abbreviation?: string;
	readonly synonyms: readonly string[];
	readonly codes: Readonly<Record<string, readonly string[]>>;
};

function termsOf(kind: CodebookKind, entries: readonly Named[]): CodebookTerm[] {
	return entries.flatMap((entry) => [...new Set(textsOf(entry).map(normaliseTerm))].map((term) => ({ kind, term, id: entry.id })));
}

function textsOf({ id, label, abbreviation, synonyms, codes }: Named): string[] {
	const written = Object.values(codes).flat();
	return [id, label, ...(abbreviation === undefined ? [] : [abbreviation]), ...synonyms, ...written, ...written.map((code) => code.replaceAll('.', ''))];
}

/** One character at a time, and to one character: `toLowerCase` of a whole text minds the end of words (Σ) and makes two of İ. */
function lowerCase(text: string): string {
	return Array.from(text, (character) => String.fromCodePoint(character.toLowerCase().codePointAt(0) ?? 0)).join('');
}

function separators(character: (hex: string) => string): string {
	return `([^\\p{L}\\p{M}\\p{N}]|[${unsettled.map((range) => range.map(character).join('-')).join('')}])+`;
}
