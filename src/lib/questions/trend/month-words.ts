import { monthInWords } from '#lib/charts/month-in-words.ts';

/** `2024-03` as `March 2024`. */
export function monthName(month: string): string {
	return monthInWords(month, 'long') ?? month;
}

/** `January to March 2024`, or the one month. A language that writes a month in other ways than by its name and the year gets both in full. */
export function monthSpan(from: string, to: string): string {
	const [first, last] = [monthName(from), monthName(to)];
	if (from === to) return last;
	return from.slice(0, 4) === to.slice(0, 4) && /^\S+ \d{4}$/u.test(first) ? `${first.slice(0, -5)} to ${last}` : `${first} to ${last}`;
}

/** Months since the year 0, so that months may be counted from one another. */
export function monthNumber(month: string): number {
	return Number(month.slice(0, 4)) * 12 + Number(month.slice(5)) - 1;
}
