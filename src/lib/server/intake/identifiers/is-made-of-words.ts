import { givenNames, pseudonymWords } from '#lib/codebook/identifiers.ts';

const alone = new Set(pseudonymWords.alone);
const describing = new Set(pseudonymWords.describing);
const any = new Set([...pseudonymWords.alone, ...pseudonymWords.together, ...pseudonymWords.describing]);

/** Whether an id is a word that pseudonyms are made of and nobody is called, or several, with or without a number: otter, bluefox, amber-otter-12. Behind a word that describes, any but a first name is one: zesty-gnomon. */
export function isMadeOfWords(id: string): boolean {
	const parts = id.replace(/[0-9]+$/u, '').split(/[ ._-]+/u).filter((part) => part !== '').map((part) => part.toLowerCase());
	const [first = '', ...others] = parts;
	if (describing.has(first) && others.length > 0 && others.every((part) => /^\p{L}{3,}$/u.test(part) && !givenNames.has(part))) return true;
	const words = parts.map(wordsIn);
	return words.length > 0 && words.every((count) => count > 0) && (words.length > 1 || words[0] === 2 || alone.has(first));
}

/** How many words a text is put together of; none where it is not one or two. */
function wordsIn(text: string): number {
	if (any.has(text)) return 1;
	return Array.from({ length: text.length }, (_, end) => end).some((end) => any.has(text.slice(0, end)) && any.has(text.slice(end))) ? 2 : 0;
}
