-- appends the line of each record that is sought or was broken of one delimited file in which every line is a record
INSERT INTO stage.line_number
WITH broken AS (
	SELECT
		record,
		row_number() OVER (ORDER BY record) AS place
	FROM stage.broken
	WHERE source = $source::INTEGER
),
sought AS (
	SELECT
		"row",
		"row" - $firstRow::BIGINT + $headerLines::BIGINT + 1 AS record
	FROM stage.sought
	WHERE "row" >= $firstRow::BIGINT
		AND "row" < $firstRow::BIGINT + $records::BIGINT
)
SELECT
	$source::INTEGER AS source,
	sought."row",
	sought.record + coalesce(broken.place, 0) AS line
FROM sought
ASOF LEFT JOIN broken
	ON sought.record >= broken.record - broken.place + 1
UNION ALL
SELECT
	$source::INTEGER AS source,
	-1 - record AS "row",
	record AS line
FROM broken
