const months = ['Jan', 'Feb', 'Mar', 'Apr', 'May', 'Jun', 'Jul', 'Aug', 'Sep', 'Oct', 'Nov', 'Dec'] as const;

/** A month as `Jan 24`, a year as it stands, what is not recorded said so. */
export function periodName(period: string): string {
	if (period === 'not-recorded') return 'not recorded';
	const month = months[Number(period.slice(5)) - 1];
	return month === undefined ? period : `${month} ${period.slice(2, 4)}`;
}
