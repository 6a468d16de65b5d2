import { dateInWords } from './date-in-words.ts';

const forms = {
	long: { month: 'long', year: 'numeric' },
	short: { month: 'short', year: '2-digit' },
	alone: { month: 'short' },
} as const;

/** `2024-09` as September 2024, Sep 24 or Sep; null where it is no month. */
export function monthInWords(month: string, form: keyof typeof forms): string | null {
	const number = /^\d{4}-(0[1-9]|1[0-2])$/u.test(month) ? Number(month.slice(5)) : 0;
	return number === 0 ? null : dateInWords(new Date(Date.UTC(Number(month.slice(0, 4)), number - 1)), forms[form], oneEnglish);
}

/** Some English writes Sept, some Sep. */
const oneEnglish = 'en-US';
