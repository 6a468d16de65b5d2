-- one row a fault: file, line (in a converted file, and place in what was given), field, class of the value, reason; never a value
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
	coalesce(regexp_extract(place.place, '^(.*):[^:]*$', 1), file.name) AS file,
	line_number.line AS line,
	coalesce(regexp_extract(place.place, '[^:]*$'), line_number.line::VARCHAR) AS place,
	fault.field,
	fault.value_class,
	fault.reason,
	coalesce(see_place.place, see_file.name || ':' || see_line.line) AS see,
	fault.source,
	fault."row"
FROM fault
JOIN stage.file AS file
	ON file.number = fault.source
LEFT JOIN stage.line_number AS line_number
	ON line_number.source = fault.source AND line_number."row" = fault."row"
LEFT JOIN stage.line_number AS see_line
	ON see_line."row" = fault.see
LEFT JOIN stage.file AS see_file
	ON see_file.number = see_line.source
LEFT JOIN stage.place AS place
	ON place.source = fault.source AND place.line = line_number.line
LEFT JOIN stage.place AS see_place
	ON see_place.source = see_line.source AND see_place.line = see_line.line
ORDER BY
	fault.source,
	line,
	fault.field
