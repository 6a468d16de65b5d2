-- one row a fault: file, line, field, class of the value, reason; never a value
CREATE TABLE stage.quarantine AS
WITH fault AS (
	SELECT
		source,
		"row",
		field,
		value_class,
		reason,
		see
	FROM stage.refused
	UNION ALL
	SELECT
		source,
		-1 - record AS "row",
		'record' AS field,
		'record' AS value_class,
		reason,
		NULL AS see
	FROM stage.broken
)
SELECT
	file.name AS file,
	coalesce(raw.line, line_number.line) AS line,
	fault.field,
	fault.value_class,
	fault.reason,
	see_file.name || ':' || coalesce(see_raw.line, see_line.line) AS see,
	fault.source,
	fault."row"
FROM fault
JOIN stage.file AS file
	ON file.number = fault.source
LEFT JOIN stage.line_number AS line_number
	ON line_number.source = fault.source AND line_number."row" = fault."row"
LEFT JOIN stage.raw AS raw
	ON raw.rowid = fault."row"
LEFT JOIN stage.raw AS see_raw
	ON see_raw.rowid = fault.see
LEFT JOIN stage.line_number AS see_line
	ON see_line.source = see_raw.source AND see_line."row" = fault.see
LEFT JOIN stage.file AS see_file
	ON see_file.number = see_raw.source
ORDER BY
	fault.source,
	line,
	fault.field
