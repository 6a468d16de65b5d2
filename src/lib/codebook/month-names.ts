import { z } from 'zod';
import monthFile from '#data/codebook/months.json' with { type: 'json' };

/** Months, 1 to 12, by the names that a language has for them, in lower case and without a full stop. */
export type MonthNames = Readonly<Record<string, number>>;

const { languages, also } = z.strictObject({ languages: z.array(z.string()).min(1), also: z.record(z.string(), z.record(z.string(), z.int().min(1).max(12))) }).parse(monthFile);

/** The languages in which dates are read, some in the forms of several countries. */
export const spokenLanguages: readonly string[] = languages;

const forms = [{ month: 'long' }, { month: 'short' }, { day: 'numeric', month: 'long' }, { day: 'numeric', month: 'short', year: 'numeric' }] as const;

/** The names of months by language: whole and short ones, as they stand alone and in a date, with accents and without. */
export const monthNames: ReadonlyMap<string, MonthNames> = new Map(
	[...new Set(languages.map(languageOf))].map((language) => [language, { ...Object.fromEntries(languages.filter((locale) => languageOf(locale) === language).flatMap(namesIn)), ...also[language] }]),
);

function namesIn(locale: string): (readonly [name: string, month: number])[] {
	return forms.flatMap((form) => {
		const written = new Intl.DateTimeFormat(locale, { ...form, timeZone: 'UTC' });
		return Array.from({ length: 12 }, (_, month) => {
			const text = written.formatToParts(new Date(Date.UTC(2025, month, 15))).find(({ type }) => type === 'month')?.value ?? '';
			const name = text.toLowerCase().replaceAll('.', '').normalize('NFC');
			return [name, name.normalize('NFD').replaceAll(/\p{M}/gu, '')].map((each) => [each, month + 1] as const);
		}).flat();
	}).filter(([name]) => /^\p{L}{3,}$/u.test(name));
}

function languageOf(locale: string): string {
	return new Intl.Locale(locale).language;
}
