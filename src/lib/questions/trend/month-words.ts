const names = ['January', 'February', 'March', 'April', 'May', 'June', 'July', 'August', 'September', 'October', 'November', 'December'] as const;

/** `2024-03` as `March 2024`. */
export function monthName(month: string): string {
	return `${names[Number(month.slice(5)) - 1] ?? ''} ${month.slice(0, 4)}`;
}

export function shortMonth(month: number): string {
	return (names[month - 1] ?? '').slice(0, 3);
}

/** `January to March 2024`, or the one month. */
export function monthSpan(from: string, to: string): string {
	if (from === to) return monthName(from);
	return from.slice(0, 4) === to.slice(0, 4) ? `${monthName(from).slice(0, -5)} to ${monthName(to)}` : `${monthName(from)} to ${monthName(to)}`;
}

/** Months since the year 0, so that months may be counted from one another. */
export function monthNumber(month: string): number {
	return Number(month.slice(0, 4)) * 12 + Number(month.slice(5)) - 1;
}
