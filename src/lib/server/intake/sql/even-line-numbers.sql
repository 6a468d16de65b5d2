-- appends the line of each record that is sought or was broken of one delimited file in which every line is a record
INSERT INTO stage.line_number
WITH broken AS (
	SELECT
		record,
		row_number() OVER (ORDER BY record) AS place
	FROM stage.broken
	WHERE source = $source::INTEGER
),
-- by how many lines the records are put off that would stand on line `from_line` or below it, were no record broken
shift AS (
	SELECT
		record - place + 1 AS from_line,
		max(place) AS lines
	FROM broken
	GROUP BY
		from_line
),
sought AS (
	SELECT
		"row",
		"row" - $firstRow::BIGINT + $headerLines::BIGINT + 1 AS line
	FROM stage.sought
	WHERE "row" >= $firstRow::BIGINT
		AND "row" < $firstRow::BIGINT + $records::BIGINT
)
SELECT
	$source::INTEGER AS source,
	sought."row",
	sought.line + coalesce(shift.lines, 0) AS line
FROM sought
ASOF LEFT JOIN shift
	ON sought.line >= shift.from_line
UNION ALL
SELECT
	$source::INTEGER AS source,
	-1 - record AS "row",
	record AS line
FROM broken
