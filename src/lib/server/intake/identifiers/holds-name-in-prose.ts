import { germanWords, proseWords } from '#lib/codebook/plain-words.ts';
import { isPlainWord } from './is-plain-word.ts';

type Token = Readonly<{ word: string; begins: boolean }>;

const token = /\p{L}[\p{L}\p{M}'’ʻ-]*/gu;
const capital = /^\p{Lu}[\p{L}\p{M}'’ʻ-]*\p{Ll}/u;
const double = /^\p{Lu}\p{Ll}[\p{L}\p{M}'’ʻ]*-\p{Lu}\p{Ll}/u;

/** Initials before a word, and not the letters of an abbreviation such as z. B.; one alone may be short for a muscle, nerve or side. */
const initials = /(?<!\p{L}\p{M}*)(?<!(?:^|[^\p{L}])\p{L}[.] ?)(?:(?:\p{Lu}[.] ?){2,3}|[B-KO-QT-Z][.] ?)(\p{Lu}\p{Ll}[\p{L}\p{M}'’-]*)/gu;

/** Whether a few words hold what can only be a name by its capital: in English a strange one amid small letters or one of two parts, and one behind initials. */
export function holdsNameInProse(text: string): boolean {
	const tokens = tokensOf(text);
	const small = tokens.filter(({ word }) => word === word.toLowerCase());
	const german = tokens.some(({ word }) => germanWords.has(word) || /[äöüß]/u.test(word));
	if (!german && [...text.matchAll(initials)].some(([, word = '']) => !isPlainWord(word))) return true;
	if (tokens.length < 2 || german || !small.some(({ word }) => proseWords.has(word))) return false;
	const amid = tokens.filter(({ word, begins }) => !begins && capital.test(word));
	const strange = small.filter(({ word }) => word.length > 2).length >= amid.length ? amid : [];
	return [...strange, ...tokens.filter(({ word }) => double.test(word))].some(({ word }) => !isPlainWord(word));
}

/** The words of a text, and whether each begins a sentence. */
function tokensOf(text: string): Token[] {
	return [...text.matchAll(token)].map(({ 0: word, index }) => ({ word, begins: /(^|[.!?:;/]["“'(]?|["“(])$/u.test(text.slice(0, index).trimEnd()) }));
}
