import { plainWords } from '#lib/codebook/plain-words.ts';

const endings = [/ies$/u, /e?s$/u, /s$/u, /(ed|ing|ly|er|est|ness)$/u, /(d|ing|ed|er|est)$/u, /ied$/u] as const;
const stems = ['y', '', '', '', 'e', 'y'] as const;

/** Whether a word names nobody in any of its parts, whatever its ending: it is one of those that are known. */
export function isPlainWord(word: string): boolean {
	return word.toLowerCase().replace(/['’]s?$/u, '').split('-').every((part, _, parts) => (parts.length > 1 && part.length === 1) || [part, ...stemsOf(part)].some((each) => plainWords.has(each)));
}

function stemsOf(word: string): string[] {
	return [...endings.map((ending, place) => word.replace(ending, stems[place] ?? '')), word.replace(/(.)\1(ed|ing|er|est)$/u, '$1')];
}
