const date = /^(?:(\d{4})[-/.]\d{1,2}[-/.]\d{1,2}|\d{1,2}[-/. ](?:\d{1,2}|[A-Za-zéûä]{3,9})[-/. ](\d{4}))(?:[T ].*)?$/u;

/** Nobody's visits go back so far from the newest of them, and most people are older. */
const years = 12;

/** Tells whether a column of dates is of births rather than visits: most of them lie long before the newest date of the file. */
export function birthDates(records: readonly (readonly (string | null)[])[]): (values: readonly string[]) => boolean {
	const newest = Math.max(0, ...records.flatMap((record) => record.flatMap((cell) => yearOf(cell ?? '') ?? [])));
	return (values) => {
		const found = values.flatMap((value) => yearOf(value) ?? []);
		return found.length > 0 && found.length * 2 > values.length && found.filter((year) => newest - year >= years).length * 2 > found.length;
	};
}

function yearOf(text: string): number | undefined {
	const found = date.exec(text.trim());
	const year = Number(found?.[1] ?? found?.[2]);
	return year >= 1900 && year < 2100 ? year : undefined;
}
