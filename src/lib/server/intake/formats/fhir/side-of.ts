import type { CodeIndex } from './code-index.ts';
import type { Concept } from './elements.ts';

/** The side that body sites name: by a code of its own, or as the first word of a text such as "left calf"; undefined where they disagree. */
export function sideOf(sites: readonly Concept[], { ids, idOf }: CodeIndex): string | undefined {
	const texts = sites.flatMap(({ text, coding = [] }) => [text, ...coding.map(({ display }) => display)]);
	const worded = texts.map((text) => idOf('sides', text?.split(/\s+/u)[0]));
	const found = [...new Set([...sites.flatMap((site) => ids('sides', site)), ...worded.filter((id) => id !== undefined)])];
	return found.length === 1 ? found[0] : undefined;
}
