import { fields, type Field } from '#lib/record/fields.ts';
import { blanks } from '#lib/record/rules.ts';
import { isPlainSql, literal, plainSql, seenSql, trimmedSql, typedSql } from '#lib/record/sql.ts';
import { canonicalSql } from './canonical-sql.ts';
import { storedType } from './record-table-sql.ts';
import { mayIdentifySql } from './identifier-sql.ts';
import { isId } from './identifiers/settle-columns.ts';
import type { Mapping } from './mapping.ts';
import { missingWords } from './missing-words.ts';
import { pseudonymSql } from './pseudonym-sql.ts';
import { rowRules } from './row-rules.ts';

/*
 * The statements that read records. Their columns are the field table's and nobody else's; all other statements of the reading
 * are files. Nothing here may change the order of the rows: a record's place in the file is its row's place in the table.
 */

const list = (lines: readonly string[]) => lines.join(',\n\t');

/** Name under which a file's text of a field is read. */
export function textColumn(name: string): string {
	return `${name}_text`;
}

export type Reading = Readonly<{
	/** statement that gives the file's records, a text column a field (and the line, where the file tells it) */
	records: string;
	/** fields that the file has a column for */
	present: readonly string[];
	map: Mapping;
	/** whether ids are replaced by pseudonyms */
	pseudonymize: boolean;
	/** ISO date */
	today: string;
}>;

/** Reads a file's records, typed and checked one by one. */
export function readRecordsSql(reading: Reading): string {
	const { records, present, map } = reading;
	const given = fields.filter((field) => isGiven(field, reading));
	const respelled = given.filter((field) => isRespelled(field, map));
	const trimmed = (field: Field) => trimmedSql(text(field, reading));
	const ids = given.filter((field) => isId(field.name) && !isRespelled(field, map));
	const unreadable = given.map((field) => `${text(field, reading)} IS NOT NULL AND ${field.name} IS NULL AND ${trimmed(field)} IS NOT NULL`);
	return `-- appends a row for each record of a file
INSERT INTO stage.record BY NAME
WITH records AS (
	${records}
),
spelled AS (
	SELECT
	${list([
		'records.*',
		...respelled.map((field) => `${canonicalSql(field, trimmed(field), map)} AS ${field.name}_canonical`),
		...ids.map((field) => `strlen(${text(field, reading)}) <= 120 AND NOT ${mayIdentifySql(text(field, reading), 'id')} AS ${field.name}_tidy`),
	])}
	FROM records
),
seen AS (
	SELECT
	spelled.*,
	${list(given.map((field) => `${isRespelled(field, map) ? typedSql(field, `${field.name}_canonical`, reading.today) : seenSql(field, text(field, reading), ids.includes(field) ? `${field.name}_tidy` : 'false')} AS ${field.name}_seen`))}
	FROM spelled
),
looked AS (
	SELECT
	seen.*,
	${given.map((field) => `(${plainlySeen(field, reading)})`).join('\n\tAND ')} AS plain
	FROM seen
),
typed AS (
	SELECT
	looked.*,
	${list(fields.map((field) => `${keptSql(field, reading)} AS ${field.name}`))}
	FROM looked
),
ranged AS (
	SELECT
	typed.*,
	CASE WHEN score IS NOT NULL THEN getvariable('measures')[measure::VARCHAR] END AS measured
	FROM typed
),
judged AS (
	SELECT
	ranged.*,
	coalesce(pain_before, CASE WHEN measured.holds_pain_before THEN score END) AS pain,
	CASE
	WHEN NOT plain AND (${unreadable.map((fault) => `(${fault})`).join('\n\tOR ')}) THEN false
	WHEN ${rowRules.map(({ broken }) => `(${broken})`).join(' OR ')} THEN false
	ELSE true
	END AS sound
	FROM ranged
)
SELECT
	$source::INTEGER AS source,
	line,
	${list(fields.map(({ name }) => name))},
	pain,
	${respelled.some(({ name }) => isId(name)) ? 'false' : ['plain', ...ids.map(({ name }) => `coalesce(${name}_tidy, true)`)].join(' AND ')} AS screened,
	CASE WHEN sound THEN true WHEN coalesce(${present.map((name) => trimmedSql(textColumn(name))).join(', ')}) IS NOT NULL THEN false END AS valid,
	CASE WHEN NOT sound THEN [${fields.map(trimmed).join(', ')}] END AS texts
FROM judged`;
}

function keptSql(field: Field, reading: Reading): string {
	const value = valueSql(field, reading);
	return reading.pseudonymize && isId(field.name) && isGiven(field, reading) ? pseudonymSql(field.name, value) : value;
}

/** A look at all of a record first; what it leaves open is trimmed and checked to the letter. */
function valueSql(field: Field, reading: Reading): string {
	if (!isGiven(field, reading)) return `NULL::${storedType(field)}`;
	if (isRespelled(field, reading.map)) return `${field.name}_seen`;
	const given = text(field, reading);
	const close = `coalesce(${plainSql(field, given, reading.today)}, CASE WHEN ${given} IS NOT NULL THEN ${typedSql(field, trimmedSql(given), reading.today)}${field.type === 'code' ? `::${storedType(field)}` : ''} END)`;
	return `CASE WHEN plain THEN ${field.name}_seen ELSE ${close} END`;
}

function plainlySeen(field: Field, reading: Reading): string {
	const given = text(field, reading);
	return isRespelled(field, reading.map) ? `${given} IS NULL OR ${field.name}_seen IS NOT NULL` : isPlainSql(field, given, `${field.name}_seen`, reading.today);
}

function text({ name }: Field, { present, map }: Reading): string {
	if (present.includes(name)) return toldSql(textColumn(name), missingWords(map, name));
	const constant = map.constants?.[name];
	return constant === undefined ? 'NULL::VARCHAR' : literal(constant);
}

function toldSql(given: string, missing: readonly string[]): string {
	return missing.length === 0 ? given : `CASE WHEN list_contains([${missing.map(literal).join(', ')}], nfc_normalize(lower(trim(${given}, ${literal(blanks)})))) THEN NULL ELSE ${given} END`;
}

function isGiven({ name }: Field, { present, map: { constants = {} } }: Reading): boolean {
	return present.includes(name) || constants[name] !== undefined;
}

function isRespelled(field: Field, map: Mapping): boolean {
	return canonicalSql(field, 'text', map) !== 'text';
}
