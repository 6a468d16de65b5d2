import { dateInWords } from './date-in-words.ts';

/** A point in time as the day that it falls on in UTC, the same on the server and in the browser. */
export function dayName(iso: string): string {
	const time = new Date(iso);
	return Number.isNaN(time.getTime()) ? iso : dateInWords(time, { day: 'numeric', month: 'short', year: 'numeric' });
}
