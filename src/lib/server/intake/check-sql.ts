import { fields } from '#lib/record/fields.ts';
import { columnNames, literal, reasonSql } from '#lib/record/sql.ts';
import { rowRules } from './row-rules.ts';

/*
 * The statements of the checks whose columns are the field table's. They are written out from it and from nothing else;
 * all other statements of the import are files.
 */

const list = (lines: readonly string[]) => lines.join(',\n\t');

/** Faults of single records. */
export const createFaultSql = `-- one row a fault of a refused record, with the value that is at fault
CREATE TABLE stage.fault AS
WITH refused AS (
	SELECT
	rowid AS "row",
	source,
	${list(columnNames)},
	${list(columnNames.map((name, place) => `texts[${place + 1}] AS ${name}_text`))},
	getvariable('measures')[measure::VARCHAR] AS measured
	FROM stage.record
	WHERE NOT valid
),
fault AS (
	SELECT
	"row",
	source,
	unnest(list_filter([
	${[
		...fields.map(
			(field) => `CASE WHEN ${field.name}_text IS NOT NULL AND ${field.name} IS NULL THEN {'field': '${field.name}', 'value': ${field.name}_text, 'reason': ${reasonSql(field)}} END`,
		),
		...rowRules.map(({ field, broken, reason }) => {
			const untouched = `${field}_text IS NULL OR ${field} IS NOT NULL`;
			return `CASE WHEN (${broken}) AND (${untouched}) THEN {'field': ${literal(field)}, 'value': ${field}_text, 'reason': ${reason}} END`;
		}),
	].join(',\n\t')}
	], fault -> fault IS NOT NULL)) AS fault
	FROM refused
)
SELECT
	"row",
	source,
	fault.field,
	fault.value,
	fault.reason
FROM fault`;
