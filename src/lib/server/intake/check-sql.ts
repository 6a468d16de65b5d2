import { normalisedTerm } from '#lib/codebook/terms.ts';
import { fields, type CodeField, type Field, type FieldName } from '#lib/record/fields.ts';
import { codeTable, columnNames, literal, rawSql, reasonSql, typedSql } from '#lib/record/sql.ts';

/*
 * The statements whose columns are the field table's. They are written out from it and from nothing else;
 * all other statements of the import are files.
 */

const codes: readonly CodeField[] = fields.filter((field) => field.type === 'code');
const list = (lines: readonly string[]) => lines.join(',\n\t');
const raw = (field: Field) => `trimmed.${field.name}`;

/** Texts as the files hold them. */
export const createRawSql = `-- one row a record read
CREATE TABLE stage.raw (
	source INTEGER,
	line BIGINT,
	${list(columnNames.map((name) => `${name} VARCHAR`))}
)`;

/** Distinct values of the coded fields, with the codebook id each stands for. */
export const createCodeSql = `-- one row a distinct value of a coded field: its codebook id, null where unknown
CREATE TABLE stage.code AS
WITH used AS (
	${codes.map((field) => `SELECT DISTINCT '${field.name}' AS field, '${field.kind}' AS kind, ${rawSql(field)} AS value FROM stage.raw AS raw`).join('\n\tUNION ALL ')}
)
SELECT
	used.field,
	used.kind,
	used.value,
	term.id
FROM used
LEFT JOIN stage.term AS term
	ON term.field = used.field AND term.normalised = ${normalisedTerm('used.value')}
WHERE used.value IS NOT NULL`;

/** Typed records; `valid` where every rule of the field table holds. */
export function createTypedSql(today: string): string {
	const typed = (field: Field) => typedSql(field, raw(field), today);
	const valid = fields.map((field) => `(${raw(field)} IS NULL OR ${typed(field)} IS NOT NULL)`);
	return `-- one row a record that is not blank: typed values, and whether all of them are acceptable
CREATE TABLE stage.typed AS
WITH trimmed AS (
	SELECT
	raw.rowid AS "row",
	source,
	${list(fields.map((field) => `${rawSql(field)} AS ${field.name}`))}
	FROM stage.raw AS raw
	WHERE coalesce(${fields.map((field) => rawSql(field)).join(', ')}) IS NOT NULL
),
typed AS (
	SELECT
	"row",
	source,
	${list(fields.map((field) => `${typed(field)} AS ${field.name}`))},
	${valid.join('\n\tAND ')} AS readable
	FROM trimmed
	${codes.map((field) => `LEFT JOIN stage.code AS ${codeTable(field)} ON ${codeTable(field)}.field = '${field.name}' AND ${codeTable(field)}.value = ${raw(field)}`).join('\n\t')}
)
SELECT
	typed.*,
	coalesce(typed.readable AND NOT (${rowRules.map(({ broken }) => `(${broken})`).join(' OR ')}), false) AS valid,
	${sameVisitSql} AS visit_hash,
	hash(${columnNames.filter((name) => name !== 'session_id').join(', ')}) AS content_hash,
	coalesce(typed.pain_before, CASE WHEN measure.holds_pain_before THEN typed.score END) AS pain
FROM typed
LEFT JOIN stage.measure AS measure
	ON measure.id = typed.measure`;
}

const sameVisitSql = `hash(patient_id, condition, side, episode_id, session_date, session_number, CASE WHEN session_number IS NULL THEN session_id END)`;

/** Rules across the fields of one row; `broken` is never null. */
const rowRules = [
	...fields
		.filter((field) => field.required === 'always')
		.map((field) => ({ field, broken: `typed.${field.name} IS NULL`, reason: literal(`${field.name} is missing`) })),
	{
		field: named('session_date'),
		broken: 'typed.session_date IS NULL AND typed.session_number IS NULL',
		reason: literal('session_date is missing, and session_number too'),
	},
	{
		field: named('measure'),
		broken: 'typed.score IS NOT NULL AND typed.measure IS NULL',
		reason: literal('measure is missing, so nobody can tell what score means'),
	},
	{
		field: named('score'),
		broken: 'coalesce(typed.score < measure.minimum OR typed.score > measure.maximum, false)',
		reason: `format('score must be within the range of its measure, {:g} to {:g}', measure.minimum, measure.maximum)`,
	},
	{
		field: named('score'),
		broken: 'coalesce(measure.holds_pain_before AND typed.score <> typed.pain_before, false)',
		reason: literal('score and pain_before are the same measure and disagree'),
	},
];

function named(name: FieldName): Field {
	const found = fields.find((field) => field.name === name);
	if (found === undefined) throw new Error(`there is no field ${name}`);
	return found;
}

/** Refusals of single rows, one a fault. */
export const createRefusedSql = `-- one row a fault of a refused record; never the value itself, only its class
CREATE TABLE stage.refused AS
WITH fault AS (
	SELECT
	typed."row",
	typed.source,
	unnest(list_filter([
	${[
		...fields.map(
			(field) =>
				`CASE WHEN ${rawSql(field)} IS NOT NULL AND typed.${field.name} IS NULL THEN {'field': '${field.name}', 'value': ${rawSql(field)}, 'reason': ${reasonSql(field)}} END`,
		),
		...rowRules.map(({ field, broken, reason }) => {
			const untouched = `${rawSql(field)} IS NULL OR typed.${field.name} IS NOT NULL`;
			return `CASE WHEN (${broken}) AND (${untouched}) THEN {'field': '${field.name}', 'value': ${rawSql(field)}, 'reason': ${reason}} END`;
		}),
	].join(',\n\t')}
	], fault -> fault IS NOT NULL)) AS fault
	FROM stage.typed AS typed
	JOIN stage.raw AS raw
	ON raw.rowid = typed."row"
	LEFT JOIN stage.measure AS measure
	ON measure.id = typed.measure
	WHERE NOT typed.valid
)
SELECT
	fault."row",
	fault.source,
	fault.fault.field AS field,
	value_class(fault.fault.value) AS value_class,
	fault.fault.reason || coalesce('; nearest: ' || nearest.labels, '') AS reason,
	NULL::BIGINT AS see
FROM fault
LEFT JOIN stage.nearest AS nearest
	ON nearest.field = fault.fault.field AND nearest.value = fault.fault.value`;

/** Visits: rows of one visit joined into one, the first value of each field kept. */
export const createVisitSql = `-- one row a visit; a visit told in several rows (one a measure) keeps the first value of each field
CREATE TABLE stage.visit AS
SELECT
	"row" AS visit,
	source,
	pain,
	${list(columnNames)}
FROM stage.typed
WHERE valid AND "row" NOT IN (SELECT "row" FROM stage.same_visit)
UNION ALL
SELECT
	same_visit.visit,
	first(typed.source ORDER BY "row") AS source,
	first(pain ORDER BY "row") FILTER (pain IS NOT NULL) AS pain,
	${list(columnNames.map((name) => `first(${name} ORDER BY "row") FILTER (${name} IS NOT NULL) AS ${name}`))}
FROM stage.same_visit AS same_visit
JOIN stage.typed AS typed
	USING ("row")
WHERE same_visit.fate = 'kept'
GROUP BY
	same_visit.visit`;
