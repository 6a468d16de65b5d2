-- appends one visit of each patient who has the same record twice, to the letter, where no date and no episode_id tells two visits from one told twice
INSERT INTO stage.flagged
WITH undated AS (
	SELECT
		"row",
		source,
		patient_id,
		content_hash
	FROM stage.typed
	SEMI JOIN stage.visit AS visit
		ON visit.visit = typed."row"
	WHERE valid AND session_date IS NULL AND episode_id IS NULL
),
repeated AS (
	SELECT
		content_hash,
		min("row") AS first_row
	FROM undated
	GROUP BY
		content_hash
	HAVING count(*) > 1
)
SELECT DISTINCT ON (undated.patient_id)
	'is the same as an earlier record, after a session_number that starts again, and no date tells whether it is the same visit: kept as one of a new episode; take it out if it was exported twice' AS rule,
	'session_number' AS field,
	undated.source,
	undated."row"
FROM undated
JOIN repeated
	ON repeated.content_hash = undated.content_hash AND repeated.first_row < undated."row"
ORDER BY
	undated.patient_id,
	undated."row"
