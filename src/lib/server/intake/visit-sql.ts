import { fields, type Field } from '#lib/record/fields.ts';
import { literal } from '#lib/record/sql.ts';

/*
 * The statements that join records of one visit. Their columns are the field table's and nobody else's; all other statements of
 * the import are files.
 */

const list = (lines: readonly string[]) => lines.join(',\n\t');
const columnNames = fields.map(({ name }) => name);

/** What tells a visit from others, and the scores, which are compared measure by measure. */
const apart = ['session_id', 'patient_id', 'episode_id', 'condition', 'side', 'session_number', 'session_date', 'pain_before', 'measure', 'score'];
const compared = fields.filter(({ name }) => !apart.includes(name));
const said = ({ name, type }: Field) => (type === 'text' ? `lower(${name})` : name);

/** Records that share their visit with others. Names are the same whatever their case; an empty value contradicts nothing. */
export const createSameVisitSql = `-- one row a record that shares its visit with another: kept, duplicate of an earlier one, or in conflict with it, and in which fields;
-- without dates, a number 1 after a higher one begins a new episode, and what follows is another visit
CREATE TABLE stage.same_visit AS
WITH shared AS (
	SELECT
		typed.visit_hash
	FROM stage.typed AS typed
	SEMI JOIN stage.course AS course
		ON course.patient_id = typed.patient_id
		AND course.treated_for = hash(typed.condition::VARCHAR, coalesce(typed.side::VARCHAR, ''), coalesce(typed.episode_id, ''))
		AND NOT course.in_order
	WHERE typed.valid
	GROUP BY
		typed.visit_hash
	HAVING count(*) > 1
),
undated AS (
	SELECT
		"row",
		patient_id,
		condition,
		side,
		session_number,
		lag(session_number) OVER (PARTITION BY patient_id, condition, side ORDER BY "row") AS number_before
	FROM stage.typed
	WHERE valid AND session_date IS NULL AND episode_id IS NULL
),
restarted AS (
	SELECT
		"row",
		count(*) FILTER (session_number = 1 AND number_before > 1) OVER (PARTITION BY patient_id, condition, side ORDER BY "row") AS restarts
	FROM undated
),
candidate AS (
	SELECT
		typed.*,
		hash(typed.visit_hash, typed.patient_id, typed.condition, typed.side, typed.episode_id, coalesce(restarted.restarts, 0)) AS visit_key,
		hash(${compared.map(said).join(', ')}) AS values_hash
	FROM stage.typed AS typed
	JOIN shared
		USING (visit_hash)
	LEFT JOIN restarted
		USING ("row")
	WHERE typed.valid
),
distinguished AS (
	SELECT
		*,
		row_number() OVER (PARTITION BY visit_key, values_hash, pain_before, measure, score ORDER BY "row") > 1 AS repeated
	FROM candidate
),
scored AS (
	SELECT
		*,
		NOT repeated AND measure IS NOT NULL AND row_number() OVER (PARTITION BY visit_key, repeated, measure ORDER BY "row") > 1 AS measured_before,
		NOT repeated AND coalesce(pain <> first_value(pain IGNORE NULLS) OVER told, false) AS pain_differs
	FROM distinguished
	WINDOW told AS (PARTITION BY visit_key, repeated ORDER BY "row")
),
mixed AS (
	SELECT
		visit_key
	FROM scored
	GROUP BY
		visit_key
	HAVING min(values_hash) <> max(values_hash)
),
differing AS (
	SELECT
		"row",
		list_filter([
	${compared.map((field) => `CASE WHEN ${said(field)} <> first_value(${said(field)} IGNORE NULLS) OVER told THEN ${literal(field.name)} END`).join(',\n\t')}
		], name -> name IS NOT NULL) AS names
	FROM scored
	JOIN mixed
		USING (visit_key)
	WHERE NOT repeated
	WINDOW told AS (PARTITION BY visit_key ORDER BY "row")
),
judged AS (
	SELECT
		scored."row",
		scored.source,
		scored.visit_key,
		scored.session_id,
		scored.repeated,
		list_concat(
			CASE WHEN scored.pain_differs THEN ['pain_before'] ELSE [] END,
			CASE WHEN scored.measured_before THEN ['score'] ELSE [] END,
			coalesce(differing.names, [])
		) AS differs
	FROM scored
	LEFT JOIN differing
		USING ("row")
)
SELECT
	"row",
	source,
	first_value("row") OVER visit_rows AS visit,
	differs,
	session_id <> first_value(session_id IGNORE NULLS) OVER visit_rows AS renamed,
	CASE
		WHEN repeated THEN 'duplicate'
		WHEN len(differs) > 0 THEN 'conflict'
		ELSE 'kept'
	END AS fate
FROM judged
WINDOW visit_rows AS (PARTITION BY visit_key ORDER BY "row")`;

/** All visits. Those of one record are read where they lie. */
export const createVisitSql = `-- one row a visit
CREATE VIEW stage.visit AS
SELECT
	typed."row" AS visit,
	typed.source,
	typed.pain,
	${list(fields.map(({ name, type }) => (type === 'code' ? `typed.${name}::VARCHAR AS ${name}` : `typed.${name}`)))}
FROM stage.typed AS typed
ANTI JOIN stage.set_aside AS set_aside
	ON set_aside."row" = typed."row"
WHERE typed.valid
UNION ALL
SELECT
	visit,
	source,
	pain,
	${list(columnNames)}
FROM stage.joined_visit`;
