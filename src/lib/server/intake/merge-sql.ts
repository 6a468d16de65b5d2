import type { Field } from '#lib/record/fields.ts';
import { literal } from '#lib/record/sql.ts';
import { keptColumns } from './kept-columns.ts';

/*
 * The statements that lay the published snapshot's visits beside those of the import. Their columns are the field table's and
 * nobody else's; all other statements of merging are files.
 */

const list = (lines: readonly string[]) => lines.join(',\n\t');
const valued = keptColumns.filter(({ name }) => name !== 'pain_before');

/** Visits of the published snapshot in the courses that the import tells of. */
export const createHeldSql = `-- one row a visit of the published snapshot in a course that the import tells of: its day, read back, and its number where one was given
CREATE TABLE stage.held AS
SELECT
	session.held,
	touched.course,
	touched.ordinal,
	touched.first_day + session.day_offset AS session_date,
	session.day_offset IS NULL OR touched.first_day IS NOT NULL AS readable,
	session.session_number AS place,
	CASE WHEN coalesce(session.number_told, true) THEN session.session_number END AS session_number,
	session.period,
	${list(keptColumns.map(({ name }) => `session.${name}`))}
FROM stage.known_session AS session
JOIN stage.touched AS touched
	USING (episode_key)`;

/** What the import says otherwise of a visit than the published snapshot; an empty value says nothing. */
export const createChangeSql = `-- one row a value of a matched visit that the import changes; what it was and is only for numbers, codes and yes or no
CREATE TABLE stage.change AS
SELECT
	visit,
	unnest(list_filter([
	${[
		change('session_date', 'visit.session_date <> held.session_date', undefined),
		change('session_number', 'visit.session_number <> held.place', ['held.place', 'visit.session_number']),
		change('pain_before', 'visit.pain IS DISTINCT FROM held.pain_before AND visit.pain IS NOT NULL', ['held.pain_before', 'visit.pain']),
		...valued.map((field) =>
			change(field.name, `${said(`visit.${field.name}`, field)} IS DISTINCT FROM ${said(`held.${field.name}`, field)} AND visit.${field.name} IS NOT NULL`, field.type === 'text' ? undefined : [`held.${field.name}`, `visit.${field.name}`]),
		),
	].join(',\n\t')}
	], change -> change IS NOT NULL), recursive := true)
FROM stage.match AS match
JOIN stage.visit AS visit
	USING (visit)
JOIN stage.held AS held
	USING (held)`;

function change(name: string, differs: string, values: readonly [string, string] | undefined): string {
	const [before, after] = values ?? ['NULL', 'NULL'];
	return `CASE WHEN ${differs} THEN {'field': ${literal(name)}, 'before': ${before}::VARCHAR, 'after': ${after}::VARCHAR} END`;
}

/** Names are the same whatever their case. */
function said(column: string, { type }: Field): string {
	return type === 'text' ? `lower(${column})` : column;
}

/** The visits of courses that are placed anew: those of the import, with what it leaves empty as the snapshot has it, and those that only the snapshot has. */
export const createMergedSql = `-- one row a visit of a course that is placed anew; one that only the published snapshot has bears a negative number
CREATE TABLE stage.merging.visit AS
WITH anew AS MATERIALIZED (
	SELECT
	placed.visit
	FROM stage.placed AS placed
	SEMI JOIN stage.arranged_course AS arranged_course
	ON arranged_course.course = placed.course
	ANTI JOIN stage.clash AS clash
	ON clash.visit = placed.visit
)
SELECT
	visit.visit,
	visit.source,
	coalesce(visit.pain, held.pain_before) AS pain,
	visit.patient_id,
	visit.condition,
	visit.side,
	visit.episode_id,
	coalesce(visit.session_date, held.session_date) AS session_date,
	coalesce(visit.session_number, held.session_number) AS session_number,
	visit.measure,
	visit.score,
	coalesce(visit.pain_before, held.pain_before) AS pain_before,
	${list(valued.map(({ name }) => `coalesce(visit.${name}, held.${name}) AS ${name}`))}
FROM anew
JOIN stage.visit AS visit
	USING (visit)
LEFT JOIN stage.match AS match
	ON match.visit = visit.visit
LEFT JOIN stage.held AS held
	ON held.held = match.held
UNION ALL BY NAME
SELECT
	-1 - held.held AS visit,
	held.pain_before AS pain,
	course.patient_id,
	course.condition,
	nullif(course.course_side, '') AS side,
	nullif(course.course_episode, '') AS episode_id,
	held.session_date,
	held.session_number,
	${list(keptColumns.map(({ name }) => `held.${name}`))}
FROM stage.held AS held
JOIN stage.verdict AS verdict
	ON verdict.course = held.course AND verdict.fate = 'merge'
JOIN stage.course AS course
	ON course.course = held.course
ANTI JOIN stage.match AS match
	ON match.held = held.held`;

/** What takes the place of the published snapshot's visits where the import continues none. */
export const noKnownSessionsSql = `-- no row: the import continues no snapshot
CREATE VIEW stage.known_session AS
SELECT
	visit AS held,
	source AS episode_key,
	session_number,
	true AS number_told,
	source AS day_offset,
	patient_id AS period,
	${list(keptColumns.map(({ name }) => name))}
FROM stage.visit
WHERE false`;
