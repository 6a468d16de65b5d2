const vowel = /[aeiouyæøœı]/iu;
const latin = /^[\p{Script=Latin}\p{M}'’., _-]+$/u;

const title = /^\p{Lu}[\p{Ll}\p{Lm}\p{M}'’]+$/u;
/** More of them in a row than a name has. */
const consonants = /[bcdfghjklmnpqrstvwxz]{7,}/iu;

/** Whether words are of a language, as names are: they can be spoken and differ in length, where codes of letters are all of one length, with capitals in the same places, which two may be by chance. */
export function soundLikeNames(words: readonly string[]): boolean {
	if (words.length > 2 && new Set(words.map(shapeOf)).size === 1 && !words.every((word) => title.test(word))) return false;
	const spoken = words.filter((word) => !latin.test(word) || (vowel.test(word.normalize('NFD')) && !consonants.test(word)));
	return spoken.length >= 0.85 * words.length;
}

function shapeOf(word: string): string {
	return [...word].map((letter) => (letter === letter.toUpperCase() ? 'A' : 'a')).join('');
}
