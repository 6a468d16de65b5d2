import { list } from './number.ts';

/** When the episodes began: the periods asked for, or the first to the last that there is. `recorded` are years and quarters. */
export function periodSaid(asked: readonly string[], recorded: readonly string[]): string {
	if (asked.length > 0) return `in ${list(asked)}`;
	const years = [...new Set(recorded.filter((each) => /^\d{4}/u.test(each)).map((each) => each.slice(0, 4)))].sort();
	const [first, last] = [years[0], years.at(-1)];
	if (first === undefined || last === undefined) return 'at a time not recorded';
	return first === last ? `in ${first}` : `from ${first} to ${last}`;
}
