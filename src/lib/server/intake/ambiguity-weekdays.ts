import { weekdayNames } from '#lib/codebook/weekday-names.ts';
import type { Settled } from './ambiguity.ts';
import { named, type ColumnShapes } from './column-shapes.ts';
import type { Mapping } from './mapping.ts';
import { valuesIn } from './values-in.ts';

/** Finds the weekdays in front of dates of numbers, in any language: they are left out, and whether they are right is not asked. */
export function settleWeekdays(columns: readonly ColumnShapes[], mapping: Mapping): Settled {
	const given = mapping.dates?.weekdays ?? [];
	const met = columns.flatMap((column) => {
		const names = named(column, 'weekday: ').filter(({ name }) => weekdayNames.has(name) && !given.includes(name));
		return names.length === 0 ? [] : [{ header: column.header, names }];
	});
	if (met.length === 0) return { mapping, notes: [], questions: [] };
	const weekdays = [...new Set([...given, ...met.flatMap(({ names }) => names.map(({ name }) => name))])];
	return {
		mapping: { ...mapping, dates: { ...mapping.dates, weekdays } },
		notes: met.map(({ header, names }) => `${header}: the weekday before a date was left out (${valuesIn(names.reduce((sum, { count }) => sum + count, 0))})`),
		questions: [],
	};
}
