import { spokenLanguages } from './month-names.ts';

/** The names of weekdays in all languages whose months are read: whole and short ones, in lower case and without a full stop, with accents and without, and the first part of those with a hyphen. */
export const weekdayNames: ReadonlySet<string> = new Set(spokenLanguages.flatMap(namesIn));

function namesIn(locale: string): string[] {
	return (['long', 'short'] as const).flatMap((weekday) => {
		const written = new Intl.DateTimeFormat(locale, { weekday, timeZone: 'UTC' });
		return Array.from({ length: 7 }, (_, day) => written.format(new Date(Date.UTC(2025, 0, 1 + day))).toLowerCase().replaceAll('.', '').normalize('NFC'));
	}).flatMap((name) => [name, name.split('-')[0] ?? name]).flatMap((name) => [name, name.normalize('NFD').replaceAll(/\p{M}/gu, '')]).filter((name) => /^\p{L}{2,}(-\p{L}+)?$/u.test(name));
}
