import { fields, type CodeField, type Field } from './fields.ts';
import { blanks, datePattern, falsehoods, numberPattern, rule, truths } from './rules.ts';

/** SQL literal of a text. */
export function literal(text: string): string {
	return `'${text.replaceAll("'", "''")}'`;
}

/** SQL of a value as the file holds it, trimmed, null where empty. `table` is the table that has it. */
export function rawSql(field: Field, table = 'raw'): string {
	return `nullif(trim(${table}.${field.name}, ${literal(blanks)}), '')`;
}

/** SQL of the typed value of `raw`, the trimmed text of the field; null where empty or refused. */
export function typedSql(field: Field, raw: string, today: string): string {
	if (field.type === 'text') return `CASE WHEN regexp_matches(${raw}, ${literal(field.pattern)}) THEN ${raw} END`;
	if (field.type === 'code') return `${codeTable(field)}.id`;
	if (field.type === 'boolean') {
		return `CASE WHEN lower(${raw}) IN (${truths.map(literal).join(', ')}) THEN true WHEN lower(${raw}) IN (${falsehoods.map(literal).join(', ')}) THEN false END`;
	}
	if (field.type === 'date') {
		const day = `TRY_CAST(left(${raw}, 10) AS DATE)`;
		return `CASE WHEN regexp_matches(${raw}, ${literal(datePattern)}) AND ${day} BETWEEN DATE ${literal(field.min)} AND DATE ${literal(today)} THEN ${day} END`;
	}
	const value = `TRY_CAST(${raw} AS DOUBLE)`;
	const inRange = `regexp_matches(${raw}, ${literal(numberPattern)}) AND ${value} BETWEEN ${field.min} AND ${field.max}`;
	if (field.type === 'integer') return `CASE WHEN ${inRange} AND ${value} = floor(${value}) THEN ${value}::INTEGER END`;
	return `CASE WHEN ${inRange} THEN ${value} + 0 END`;
}

/** Name of the joined table that holds the codebook ids of a coded field's values. */
export function codeTable(field: CodeField): string {
	return `${field.name}_code`;
}

/** What was wrong with a value that `typedSql` refused. */
export function reasonSql(field: Field): string {
	return literal(`${field.name} ${rule(field)}`);
}

export const columnNames = fields.map((field) => field.name);
