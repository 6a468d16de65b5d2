/** The form of all that leaves the dashboard, of programs, and of pages for readers of whom nothing is known. */
export const everybody = 'en-GB';

let reader = (): string => everybody;

/** Whose numbers and days are being written now: a BCP 47 tag. */
export function writtenFor(): string {
	return reader();
}

/** Said once where a program starts that has readers: `who` tells the language of the one that is being written for. */
export function writeFor(who: () => string): void {
	reader = who;
}
