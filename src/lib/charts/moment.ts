const minutes = new Intl.DateTimeFormat('en-GB', { day: 'numeric', month: 'short', year: 'numeric', hour: '2-digit', minute: '2-digit', timeZone: 'UTC' });

/** A point in time as people read it; the same on the server and in the browser. */
export function moment(iso: string): string {
	const time = new Date(iso);
	return Number.isNaN(time.getTime()) ? iso : `${minutes.format(time)} UTC`;
}
