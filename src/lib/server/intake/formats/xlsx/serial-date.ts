const day = 86_400_000;

/**
 * The date, and the time of day where there is one, that Excel stores as a number of days. The calendar of 1900 has a 29 February
 * 1900 that never was, so that its days before March 1900 are one off. Undefined where no date is stored so.
 */
export function serialDate(serial: number, since1904: boolean): string | undefined {
	if (!(serial >= 0) || serial >= 2_958_466) return undefined;
	const epoch = since1904 ? Date.UTC(1904, 0, 1) : Date.UTC(1899, 11, serial < 60 ? 31 : 30);
	const text = new Date(epoch + Math.round((serial * day) / 1000) * 1000).toISOString();
	return Number.isInteger(serial) ? text.slice(0, 10) : text.slice(0, 19);
}
