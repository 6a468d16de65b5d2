import type { Filters } from '#lib/questions/answer.ts';
import { cohortOf } from './exposures.ts';

/** The sets of patients that a figure tells of: everybody whom its filters select, and each condition, and each protocol of one, that has numbers of its own. */
export function shownCohorts(filters: Filters, cells: Iterable<string>): string[] {
	const found = [...cells].map((cell) => ({ condition: /[[ ]condition=([^\s\]]+)/u.exec(cell)?.[1], protocol: /[[ ]protocol=([^\s\]]+)/u.exec(cell)?.[1] }));
	const parts = found.flatMap(({ condition, protocol }) => {
		if (condition === undefined) return [];
		const whole = { ...filters, condition: [condition] };
		return [cohortOf(whole), ...(protocol === undefined ? [] : [cohortOf({ ...whole, protocol: [protocol] })])];
	});
	return [...new Set([cohortOf(filters), ...parts])];
}
