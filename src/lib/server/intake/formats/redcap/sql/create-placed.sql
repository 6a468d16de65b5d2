-- one row a row of the export: its record, its event without the arm, its form and instance, and the line it begins on, a value of several lines counted
CREATE TABLE placed AS
WITH row_of AS (
	SELECT
		"@row",
		max(value) FILTER (field = $record) AS record,
		regexp_replace(coalesce(max(value) FILTER (field = 'redcap_event_name'), ''), '_arm_[0-9]+$', '') AS event,
		coalesce(max(value) FILTER (field = 'redcap_repeat_instrument'), '') AS instrument,
		TRY_CAST(max(value) FILTER (field = 'redcap_repeat_instance') AS INTEGER) AS instance,
		sum(length(value) - length(replace(replace(value, E'\r\n', E'\n'), E'\n', ''))) AS breaks
	FROM cell
	GROUP BY
		"@row"
)
SELECT
	"@row",
	record,
	event,
	instrument,
	instance,
	("@row" + 1 + coalesce(sum(breaks) OVER (ORDER BY "@row" ROWS BETWEEN UNBOUNDED PRECEDING AND 1 PRECEDING), 0))::BIGINT AS line
FROM row_of
