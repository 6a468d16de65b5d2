import { fields, type Field } from '#lib/record/fields.ts';
import { blanks } from '#lib/record/rules.ts';
import { literal, plainSql, trimmedSql, typeSql, typedSql } from '#lib/record/sql.ts';
import { canonicalSql } from './canonical-sql.ts';
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

/** All records. `valid` is null for a blank line; `texts` are kept of refused records only, in the order of the field table. */
export const createRecordSql = `-- one row a record or blank line, in the order of the files
CREATE TABLE stage.record (
	source INTEGER,
	line BIGINT,
	${list(fields.map((field) => `${field.name} ${typeSql(field)}`))},
	pain DOUBLE,
	valid BOOLEAN,
	texts VARCHAR[]
)`;

/** What the later steps read of the records. */
export const createTypedSql = `-- one row a record that is not blank: typed values, and whether all of them are acceptable
CREATE VIEW stage.typed AS
SELECT
	rowid AS "row",
	source,
	${list(fields.map(({ name }) => name))},
	pain,
	valid,
	hash(patient_id, condition, side, episode_id, session_date, session_number, CASE WHEN session_number IS NULL THEN session_id END) AS visit_hash,
	hash(${fields.filter(({ name }) => name !== 'session_id').map(({ name }) => name).join(', ')}) AS content_hash
FROM stage.record
WHERE valid IS NOT NULL`;

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
	const unreadable = given.map((field) => `${text(field, reading)} IS NOT NULL AND ${field.name} IS NULL AND ${trimmed(field)} IS NOT NULL`);
	return `-- appends a row for each record of a file
INSERT INTO stage.record BY NAME
WITH records AS (
	${records}
),
spelled AS (
	SELECT
	${list(['records.*', ...respelled.map((field) => `${canonicalSql(field, trimmed(field), map)} AS ${field.name}_canonical`)])}
	FROM records
),
typed AS (
	SELECT
	spelled.*,
	${list(fields.map((field) => `${keptSql(field, reading)} AS ${field.name}`))}
	FROM spelled
),
ranged AS (
	SELECT
	typed.*,
	getvariable('measures')[measure] AS measured,
	${given.map((field) => `(${text(field, reading)} IS NOT NULL AND ${field.name} IS NULL)`).join('\n\tOR ')} AS doubtful
	FROM typed
),
judged AS (
	SELECT
	ranged.*,
	coalesce(pain_before, CASE WHEN measured.holds_pain_before THEN score END) AS pain,
	CASE
	WHEN doubtful AND (${unreadable.map((fault) => `(${fault})`).join('\n\tOR ')}) THEN false
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
	CASE WHEN sound THEN true WHEN coalesce(${present.map((name) => trimmedSql(textColumn(name))).join(', ')}) IS NOT NULL THEN false END AS valid,
	CASE WHEN NOT sound THEN [${fields.map(trimmed).join(', ')}] END AS texts
FROM judged`;
}

function keptSql(field: Field, reading: Reading): string {
	const value = valueSql(field, reading);
	return reading.pseudonymize && isId(field.name) && isGiven(field, reading) ? pseudonymSql(field.name, value) : value;
}

/** A cheap look first; what it cannot settle is trimmed, spelled as the mapping says, and checked to the letter. */
function valueSql(field: Field, reading: Reading): string {
	if (!isGiven(field, reading)) return `NULL::${typeSql(field)}`;
	if (isRespelled(field, reading.map)) return typedSql(field, `${field.name}_canonical`, reading.today);
	const given = text(field, reading);
	return `coalesce(${plainSql(field, given, reading.today)}, CASE WHEN ${given} IS NOT NULL THEN ${typedSql(field, trimmedSql(given), reading.today)} END)`;
}

function text({ name }: Field, { present, map }: Reading): string {
	if (present.includes(name)) return toldSql(textColumn(name), missingWords(map, name));
	const constant = map.constants?.[name];
	return constant === undefined ? 'NULL::VARCHAR' : literal(constant);
}

function toldSql(given: string, missing: readonly string[]): string {
	return missing.length === 0 ? given : `CASE WHEN nfc_normalize(lower(trim(${given}, ${literal(blanks)}))) IN (${missing.map(literal).join(', ')}) THEN NULL ELSE ${given} END`;
}

function isGiven({ name }: Field, { present, map: { constants = {} } }: Reading): boolean {
	return present.includes(name) || constants[name] !== undefined;
}

function isRespelled(field: Field, map: Mapping): boolean {
	return canonicalSql(field, 'text', map) !== 'text';
}
