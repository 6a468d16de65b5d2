import { fields, type Field } from '#lib/record/fields.ts';
import { literal, typeSql } from '#lib/record/sql.ts';

/*
 * The table of records, whose columns are the field table's. A coded field is kept as a small number for each entry of the codebook,
 * in the order of their ids: it takes a fraction of the room of a text, and of the time to compare.
 */

const list = (lines: readonly string[]) => lines.join(',\n\t');
const coded = fields.filter(({ type }) => type === 'code');

/** Types of the coded fields, out of the codebook's words. */
export const createCodeTypesSql: readonly string[] = coded.map(
	(field) => `-- no row: the codes that ${field.name} may hold
CREATE TYPE ${storedType(field)} AS ENUM (SELECT DISTINCT id FROM stage.term WHERE field = ${literal(field.name)} ORDER BY id)`,
);

/** SQL type of a field's values in the table of records. */
export function storedType(field: Field): string {
	return field.type === 'code' ? `stage.${field.name}_code` : typeSql(field);
}

/**
 * All records. `screened` where the form of its ids is enough to see that they name nobody; `valid` is null for a blank line; `texts` are
 * kept of refused records only, in the order of the field table.
 */
export const createRecordSql = `-- one row a record or blank line, in the order of the files
CREATE TABLE stage.record (
	source INTEGER,
	line BIGINT,
	${list(fields.map((field) => `${field.name} ${storedType(field)}`))},
	pain DOUBLE,
	screened BOOLEAN,
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
