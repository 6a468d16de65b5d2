import { dateInWords } from './date-in-words.ts';

/** A point in time as people read it; the same on the server and in the browser. */
export function moment(iso: string): string {
	const time = new Date(iso);
	return Number.isNaN(time.getTime()) ? iso : `${dateInWords(time, { day: 'numeric', month: 'short', year: 'numeric', hour: '2-digit', minute: '2-digit', hourCycle: 'h23' })} UTC`;
}
