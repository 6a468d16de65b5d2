import { everybody, writtenFor } from './written-for.ts';

const known = new Map<string, Intl.DateTimeFormat>();

/**
 * A point in time in the words of the language that is written for: the day that it falls on in UTC, of the calendar that the records are of.
 * `english` is the English of all who read English, where it is not to be that of their country.
 */
export function dateInWords(time: Date, options: Intl.DateTimeFormatOptions, english?: string): string {
	const language = writtenFor();
	const words = formatOf(english !== undefined && /^en(-|$)/u.test(language) ? english : language, options).format(time).replaceAll('\u202f', '\u00a0');
	return runsFromTheRight.test(words) ? formatOf(english ?? everybody, options).format(time) : words;
}

function formatOf(language: string, options: Intl.DateTimeFormatOptions): Intl.DateTimeFormat {
	const key = `${language} ${JSON.stringify(options)}`;
	const format = known.get(key) ?? new Intl.DateTimeFormat(`${language}-u-ca-gregory-nu-latn`, { ...options, timeZone: 'UTC' });
	known.set(key, format);
	return format;
}

/** Within a sentence from left to right, such words and the numbers about them would change places. */
const runsFromTheRight = /[\p{Script=Arabic}\p{Script=Hebrew}\p{Script=Syriac}\p{Script=Thaana}\p{Script=Nko}\p{Script=Adlam}\u200f]/u;
