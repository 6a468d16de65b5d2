import { fields } from '#lib/record/fields.ts';
import { typeSql } from '#lib/record/sql.ts';

/*
 * The statements of visits that are not one record each. Their columns are the field table's and nobody else's; all other statements
 * of the import are files.
 */

const list = (lines: readonly string[]) => lines.join(',\n\t');

export const createJoinedVisitSql = `-- one row a visit told in several rows (one a measure), or placed anew
CREATE TABLE stage.joined_visit (
	visit BIGINT,
	source INTEGER,
	pain DOUBLE,
	${list(fields.map((field) => `${field.name} ${typeSql(field)}`))}
)`;

/** Rows of one visit joined into one. */
export const addJoinedVisitsSql = `-- appends the visits told in several rows; each keeps the first value of each field
INSERT INTO stage.joined_visit BY NAME
SELECT
	same_visit.visit,
	first(typed.source ORDER BY "row") AS source,
	first(pain ORDER BY "row") FILTER (pain IS NOT NULL) AS pain,
	${list(fields.map(({ name, type }) => `first(${type === 'code' ? `${name}::VARCHAR` : name} ORDER BY "row") FILTER (${name} IS NOT NULL) AS ${name}`))}
FROM stage.same_visit AS same_visit
JOIN stage.typed AS typed
	USING ("row")
WHERE same_visit.fate = 'kept'
GROUP BY
	same_visit.visit`;
