import type { Field } from '#lib/record/fields.ts';
import { numberPattern } from '#lib/record/rules.ts';
import { literal } from '#lib/record/sql.ts';
import type { DateOrder, Mapping } from './mapping.ts';
import { monthNumberSql } from './month-number-sql.ts';
import { unitFactor } from './units.ts';

/**
 * SQL of `raw`, the trimmed text of a field, in the canonical spelling: the mapping's words replaced, dates in ISO order, numbers
 * with a decimal point and in the unit of the field table. What does not fit the mapping stays as it is, for the checks to
 * refuse; `raw` itself is given back where the mapping says nothing of the field.
 */
export function canonicalSql(field: Field, raw: string, map: Mapping): string {
	if (field.type === 'code') return raw;
	const worded = wordSql(field, raw, map);
	if (field.type === 'date') return map.dates === undefined ? worded : dateSql(worded, map.dates);
	if (field.type === 'number' || field.type === 'integer') return scaledSql(field, decimalSql(bareSql(field, worded, map), map.decimal), map);
	return map.wholeIds === true && /_id$/u.test(field.name) ? replaced(worded, '^([0-9]+)[.]0+$', '\\1') : worded;
}

function wordSql(field: Field, raw: string, { values }: Mapping): string {
	const words = Object.entries(values[field.name] ?? {});
	if (words.length === 0) return raw;
	const cases = words.map(([word, meaning]) => `WHEN ${literal(word.normalize('NFC').trim().toLowerCase())} THEN ${literal(meaning)}`);
	return `CASE nfc_normalize(lower(${raw})) ${cases.join(' ')} ELSE ${raw} END`;
}

const gap = '[-/. ]';
const part = '([0-9]{1,2})';
const year = '([0-9]{4}|[0-9]{2})';
const dateShapes: Readonly<Record<DateOrder, readonly [pattern: string, iso: string]>> = {
	'year-month-day': [`^${year}${gap}${part}${gap}${part}$`, '\\1-\\2-\\3'],
	'day-month-year': [`^${part}${gap}${part}${gap}${year}$`, '\\3-\\2-\\1'],
	'month-day-year': [`^${part}${gap}${part}${gap}${year}$`, '\\3-\\1-\\2'],
};

function dateSql(raw: string, { order = 'year-month-day', pivot, months = {}, weekdays = [] }: NonNullable<Mapping['dates']>): string {
	const named = weekdays.length === 0 ? raw : replaced(raw, `^(?i:${weekdays.join('|')})[.]?,? +([0-9])`, '\\1');
	const day = replaced(named, '(T|[ ,]+(- )?)[0-9]{1,2}:.*$', '');
	const [pattern, iso] = dateShapes[order];
	const yearFirst = replaced(replaced(replaced(day, pattern, iso), `^([0-9]{4})${gap}${part}${gap}${part}$`, '\\1-\\2-\\3'), '^([0-9]{4})([0-9]{2})([0-9]{2})$', '\\1-\\2-\\3');
	const full = (sql: string) => replacedAll(withCentury(sql, pivot), '-([0-9])\\b', '-0\\1');
	if (Object.keys(months).length === 0) return full(yearFirst);
	return `CASE WHEN regexp_matches(${day}, '\\p{L}{3}') THEN coalesce(${full(monthNumberSql(day, months))}, ${raw}) ELSE ${full(yearFirst)} END`;
}

/** A date that begins with a year of two digits, with its century. */
function withCentury(sql: string, pivot: number | undefined): string {
	if (pivot === undefined) return sql;
	const tens = Math.floor(pivot / 10);
	const below = [...(tens > 0 ? [`[0-${tens - 1}][0-9]`] : []), ...(pivot % 10 > 0 ? [`${tens}[0-${(pivot % 10) - 1}]`] : [])].join('|');
	const recent = below === '' ? sql : replaced(sql, `^(${below})-`, '20\\1-');
	return replaced(recent, '^([0-9]{2})-', '19\\1-');
}

/** A number without what may stand before or behind it. */
function bareSql({ name }: Field, raw: string, { beside = {} }: Mapping): string {
	const signs = beside[name] ?? [];
	if (signs.length === 0) return raw;
	const any = signs.toSorted((a, b) => b.length - a.length).map((sign) => sign.replaceAll(/[.$?*+()[\]{}|\\^]/gu, '\\$&')).join('|');
	const blank = String.raw`[ \x{a0}\x{202f}]*`;
	return replaced(replaced(raw, `^(?:${any})${blank}([+-]?[.0-9])`, '\\1'), `([.0-9])(?:${blank}(?:${any}))+$`, '\\1');
}

const groups = {
	'.': [String.raw`^[+-]?[0-9]{1,3}([,' ’\x{a0}\x{2009}\x{202f}][0-9]{3})+([.][0-9]*)?$`, '[^0-9.+-]'],
	',': [String.raw`^[+-]?([0-9]{1,3}([.' ’\x{a0}\x{2009}\x{202f}][0-9]{3})+|[0-9]+)(,[0-9]*)?$`, '[^0-9,+-]'],
} as const;

function decimalSql(raw: string, decimal: Mapping['decimal']): string {
	if (decimal === undefined) return raw;
	const [pattern, rest] = groups[decimal];
	const bare = replacedAll(raw, rest, '');
	return `CASE WHEN regexp_matches(${raw}, ${literal(pattern)}) THEN ${decimal === ',' ? `replace(${bare}, ',', '.')` : bare} ELSE ${raw} END`;
}

function scaledSql({ name }: Field, raw: string, { units = {}, scale = {} }: Mapping): string {
	const factor = scale[name] ?? unitFactor(name, units[name] ?? '');
	if (factor === 1) return raw;
	return `CASE WHEN regexp_matches(${raw}, ${literal(numberPattern)}) THEN round(TRY_CAST(${raw} AS DOUBLE) * ${factor}, 9)::VARCHAR ELSE ${raw} END`;
}

function replaced(sql: string, pattern: string, by: string): string {
	return `regexp_replace(${sql}, ${literal(pattern)}, ${literal(by)})`;
}

function replacedAll(sql: string, pattern: string, by: string): string {
	return `regexp_replace(${sql}, ${literal(pattern)}, ${literal(by)}, 'g')`;
}
