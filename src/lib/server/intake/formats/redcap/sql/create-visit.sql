-- one row a row of the export that tells of a visit: it has a date, a number or a score, be it a code for a missing one; where no row has, all are
CREATE TABLE visit AS
WITH telling AS (
	SELECT DISTINCT
		cell."@row"
	FROM cell
	JOIN field
		USING (field)
	WHERE trim(cell.value) <> '' AND field.canonical IN ('session_id', 'session_number', 'session_date', 'pain_before', 'pain_after', 'score')
),
visit_row AS (
	SELECT
		placed.*,
		CASE WHEN instance IS NULL THEN "@row" ELSE min("@row") OVER (PARTITION BY record, event, instrument, instance) END AS first_row
	FROM placed
	WHERE "@row" IN (SELECT "@row" FROM telling) OR (SELECT count(*) = 0 FROM telling)
),
turn AS (
	SELECT
		event,
		max(turn) AS turn
	FROM (
		SELECT
			event,
			dense_rank() OVER (PARTITION BY record ORDER BY first_row) AS turn
		FROM (
			SELECT record, event, min("@row") AS first_row FROM visit_row GROUP BY record, event
		)
	)
	GROUP BY
		event
),
repeats AS (
	SELECT
		count(instance) > 0 AS any_instance
	FROM visit_row
)
SELECT
	visit_row.*,
	CASE
		WHEN repeats.any_instance THEN dense_rank() OVER (PARTITION BY visit_row.record ORDER BY turn.turn, visit_row.instance NULLS FIRST, visit_row.first_row)
		ELSE turn.turn
	END AS number
FROM visit_row
CROSS JOIN repeats
JOIN turn
	USING (event)
