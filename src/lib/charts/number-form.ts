export const numberForms = ['browser', 'english'] as const;

export type NumberForm = (typeof numberForms)[number];

/** How a reader chose to have numbers and days: as the browser asks for, where nothing that is known is chosen. */
export function numberFormOf(word: string | null | undefined): NumberForm {
	return word === 'english' ? 'english' : 'browser';
}
