import { normalisedTerm } from '#lib/codebook/terms.ts';
import { ageBandSql } from './age-band.ts';
import { evenTextSql } from './even-text.ts';
import { anyText, fields, type Field, type NumberField, type TextField } from './fields.ts';
import { blanks, datePattern, falsehoods, numberPattern, rule, truths } from './rules.ts';

/** SQL literal of a text. */
export function literal(text: string): string {
	return `'${text.replaceAll("'", "''")}'`;
}

/** SQL of a text without the white space around it, null where nothing is left. */
export function trimmedSql(text: string): string {
	return `nullif(trim(${text}, ${literal(blanks)}), '')`;
}

/** SQL of the typed value of `trimmed`, the trimmed text of the field; null where empty or refused. */
export function typedSql(field: Field, trimmed: string, today: string): string {
	if (field.type === 'text') {
		const text = field.name === 'age_band' ? ageBandSql(trimmed) : evenTextSql(trimmed);
		return `CASE WHEN regexp_matches(${text}, ${literal(field.pattern)})${nothingElse(field, text)} THEN ${text} END`;
	}
	if (field.type === 'code') return `getvariable('terms')[${literal(field.name)}][${normalisedTerm(trimmed)}]`;
	if (field.type === 'boolean') {
		return `CASE WHEN lower(${trimmed}) IN (${list(truths)}) THEN true WHEN lower(${trimmed}) IN (${list(falsehoods)}) THEN false END`;
	}
	if (field.type === 'date') {
		const day = `TRY_CAST(left(${trimmed}, 10) AS DATE)`;
		return `CASE WHEN regexp_matches(${trimmed}, ${literal(datePattern)}) AND ${day} BETWEEN DATE ${literal(field.min)} AND DATE ${literal(today)} THEN ${day} END`;
	}
	const value = `TRY_CAST(${trimmed} AS DOUBLE)`;
	const inRange = `regexp_matches(${trimmed}, ${literal(numberPattern)}) AND ${value} BETWEEN ${field.min} AND ${field.max}`;
	if (field.type === 'integer') return `CASE WHEN ${inRange} AND ${value} = floor(${value}) THEN ${value}::INTEGER END`;
	return `CASE WHEN ${inRange} THEN ${value} + 0 END`;
}

/**
 * SQL of the typed value of a text as it stands in the file, at a fraction of the cost: where it is not null, `typedSql` of the
 * trimmed text gives the same; where it is null, nothing is said.
 */
export function plainSql(field: Field, text: string, today: string): string {
	const seen = seenSql(field, text);
	return isNumber(field) || field.type === 'date' ? `CASE WHEN ${isPlainSql(field, text, seen, today)} THEN ${seen} END` : seen;
}

/** SQL of what a text seems to say at first sight. Where `tidy` is true, the text is known to be up to 120 characters, none of them odd. */
export function seenSql(field: Field, text: string, tidy = 'false'): string {
	if (field.type === 'code') return `getvariable(${literal(wordsOf(field.name))})[${text}]`;
	if (field.type === 'text') {
		const matching = field.pattern === anyText ? '' : ` AND regexp_matches(${text}, ${literal(field.pattern)})`;
		return `coalesce(getvariable('words')[${literal(field.name)}][${text}], CASE WHEN (${tidy} OR (strlen(${text}) <= 120 AND regexp_matches(${text}, '^[!-~]+( [!-~]+)*$')))${matching}${nothingElse(field, text)} THEN ${text} END)`;
	}
	if (field.type === 'boolean') return `CASE WHEN ${text} IN (${list(truths)}) THEN true WHEN ${text} IN (${list(falsehoods)}) THEN false END`;
	return `TRY_CAST(${text} AS ${typeSql(field)})`;
}

/** SQL of whether `seen`, what the text seems to say, is all that there is to say of it. */
export function isPlainSql(field: Field, text: string, seen: string, today: string): string {
	if (field.type === 'date') return `coalesce(${seen}::VARCHAR = ${text} AND ${seen} BETWEEN DATE ${literal(field.min)} AND DATE ${literal(today)}, ${text} IS NULL)`;
	if (isNumber(field)) return plainNumberSql(field, text, seen);
	return `${text} IS NULL OR ${seen} IS NOT NULL`;
}

/** The variable that holds what the recurring texts of a coded field stand for. */
export function wordsOf(name: string): string {
	return `words_${name}`;
}

function isNumber(field: Field): field is NumberField {
	return field.type === 'integer' || field.type === 'number';
}

/** Words that stand for no value are short. */
function nothingElse({ never }: TextField, text: string): string {
	return never.length === 0 ? '' : ` AND (strlen(${text}) > ${Math.max(...never.map(({ length }) => length))} OR NOT list_contains([${list(never)}], lower(${text})))`;
}

/** A number of up to three characters that is not smaller than these is written in digits, or means what it seems to. */
function plainNumberSql({ type, min, max }: NumberField, text: string, seen: string): string {
	const pattern = type === 'integer' ? '^[0-9]{1,9}([.]0*)?$' : '^[0-9]+([.][0-9]*)?$';
	const inRange = `${seen} BETWEEN ${min} AND ${max}`;
	return `CASE WHEN ${seen} >= CASE strlen(${text}) WHEN 1 THEN 0 WHEN 2 THEN 10 WHEN 3 THEN 100 END THEN ${inRange} WHEN ${text} IS NULL THEN true ELSE coalesce(${inRange} AND regexp_matches(${text}, ${literal(pattern)}), false) END`;
}

/** SQL type of a field's values. */
export function typeSql({ type }: Field): string {
	return { text: 'VARCHAR', code: 'VARCHAR', integer: 'INTEGER', number: 'DOUBLE', date: 'DATE', boolean: 'BOOLEAN' }[type];
}

/** What was wrong with a value that `typedSql` refused. */
export function reasonSql(field: Field): string {
	return literal(`${field.name} ${rule(field)}`);
}

export const columnNames = fields.map((field) => field.name);

function list(words: readonly string[]): string {
	return words.map(literal).join(', ');
}
