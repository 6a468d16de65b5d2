import type { TextKind } from '#lib/codebook/identifiers.ts';
import { treatmentWords } from '#lib/codebook/plain-words.ts';
import { isMadeOfWords } from './is-made-of-words.ts';

/** Parts of names that are words of a language too, in small letters. */
const particles = new Set(['al', 'ben', 'bin', 'da', 'de', 'del', 'den', 'der', 'di', 'do', 'dos', 'du', 'el', 'ibn', 'la', 'las', 'le', 'los', 'mac', 'mc', 'saint', 'san', 'st', 'ten', 'ter', 'van', 'von', 'zu', 'dr', 'mr', 'mrs', 'ms', 'herr', 'frau']);

/** Whether a text repeats a person's name, of which `words` stand in it, in small letters without accents: of a few words, one is enough; an id or payer must be the name. */
export function repeatsName(text: string, kind: TextKind, words: readonly string[]): boolean {
	const names = new Set(words.filter((word) => !particles.has(word)));
	const tokens = [...text.matchAll(/\p{L}[\p{L}\p{M}]+/gu)].map(({ 0: written, index }) => ({ word: plainForm(written), capital: /^\p{Lu}/u.test(written), first: index === 0 }));
	if (kind === 'text') return tokens.some(({ word, capital, first }) => names.has(word) && (treatmentWords.has(word) ? capital && !first : capital || word.length > 2));
	const whole = tokens.length > 0 && names.size > 0 && tokens.every(({ word }) => words.includes(word));
	return whole && (kind === 'id' ? !isMadeOfWords(text) : kind === 'payer' && tokens.length > 1);
}

function plainForm(word: string): string {
	return word.toLowerCase().normalize('NFD').replaceAll(/\p{M}+/gu, '');
}
