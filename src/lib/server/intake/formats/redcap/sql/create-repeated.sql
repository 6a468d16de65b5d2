-- one row a row of the export that tells of an instance otherwise than an earlier one: the line of that one
CREATE TABLE repeated AS
WITH content AS (
	SELECT
		"@row",
		string_agg(field || '=' || value, chr(1) ORDER BY field) AS content
	FROM value
	GROUP BY
		"@row"
)
SELECT
	visit."@row",
	first_value(visit.line) OVER same_instance AS first_line
FROM visit
LEFT JOIN content
	USING ("@row")
WHERE visit.instance IS NOT NULL
WINDOW same_instance AS (PARTITION BY visit.record, visit.event, visit.instrument, visit.instance ORDER BY visit."@row")
QUALIFY content.content IS DISTINCT FROM first_value(content.content) OVER same_instance
