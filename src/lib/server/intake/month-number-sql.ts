import { literal } from '#lib/record/sql.ts';

/** SQL of a date whose month has a name, with the number of the month in its place; null where the month is none of `months`. */
export function monthNumberSql(date: string, months: Readonly<Record<string, number>>): string {
	const numbers = Object.entries(months).map(([name, month]) => `WHEN ${literal(name.normalize('NFC').toLowerCase())} THEN '-${String(month).padStart(2, '0')}-'`);
	return `regexp_replace(named_date(${date}), '-\\p{L}+-', CASE month_name(${date}) ${numbers.join(' ')} END)`;
}
