const vowel = /[aeiouyæøœı]/iu;
const latin = /^[\p{Script=Latin}\p{M}'’., _-]+$/u;

/** More of them in a row than a name has. */
const consonants = /[bcdfghjklmnpqrstvwxz]{7,}/iu;

/** Whether words are of a language, as names are: they can be spoken and differ in length, where codes of letters are all of one length and case. */
export function soundLikeNames(words: readonly string[]): boolean {
	const even = new Set(words.map(({ length }) => length)).size === 1 && (words.every((word) => word === word.toUpperCase()) || words.every((word) => word === word.toLowerCase()));
	if (even) return false;
	const spoken = words.filter((word) => !latin.test(word) || (vowel.test(word.normalize('NFD')) && !consonants.test(word)));
	return spoken.length >= 0.85 * words.length;
}
