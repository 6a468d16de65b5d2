/** The months or years given, those between them that lack, and last what is neither. */
export function everyMonth(given: readonly string[]): string[] {
	const months = given.filter((each) => /^\d{4}(-\d{2})?$/u.test(each)).sort();
	const [first] = months;
	const last = months.at(-1);
	const others = [...new Set(given.filter((each) => !months.includes(each)))].sort();
	return first === undefined || last === undefined ? others : [...new Set([...spanned(first, last), ...months])].sort().concat(others);
}

function spanned(first: string, last: string): string[] {
	const span = [first];
	for (let month = first; month < last; span.push(month)) month = following(month);
	return span;
}

function following(period: string): string {
	const [year = NaN, month] = period.split('-').map(Number);
	if (month === undefined) return String(year + 1);
	return month === 12 ? `${year + 1}-01` : `${year}-${String(month + 1).padStart(2, '0')}`;
}
