const days = new Intl.DateTimeFormat('en-GB', { day: 'numeric', month: 'short', year: 'numeric', timeZone: 'UTC' });

/** A point in time as the day that it falls on in UTC, the same on the server and in the browser. */
export function dayName(iso: string): string {
	const time = new Date(iso);
	return Number.isNaN(time.getTime()) ? iso : days.format(time);
}
