-- appends the line of each record of one delimited file that is sought, that was broken or that lies within a quote that does not close
INSERT INTO stage.line_number
WITH broken AS (
	SELECT
		record
	FROM stage.broken
	WHERE source = $source::INTEGER
),
numbered AS (
	SELECT
		row_number() OVER (ORDER BY record) - 1 + $firstRow::BIGINT AS "row",
		line
	FROM physical
	WHERE
		record > $headerLines::BIGINT
		AND NOT blank
		AND record NOT IN (SELECT record FROM broken)
)
SELECT
	$source::INTEGER AS source,
	"row",
	line
FROM numbered
SEMI JOIN stage.sought AS sought
	USING ("row")
UNION ALL
(
	SELECT
		$source::INTEGER AS source,
		-1 - record AS "row",
		line
	FROM physical
	JOIN broken
		USING (record)
	UNION
	SELECT
		source,
		-1 - record AS "row",
		line
	FROM stage.swallowed
	WHERE source = $source::INTEGER
)
