-- appends a refusal for each record of a visit whose number is taken by an earlier visit of its episode
INSERT INTO stage.refused
WITH taken AS (
	SELECT
		visit,
		session_number,
		derived,
		row_number() OVER same_number > 1 AS later,
		first_value(visit) OVER same_number AS first_visit
	FROM stage.placed
	WINDOW same_number AS (PARTITION BY course, ordinal, session_number ORDER BY derived, place)
)
SELECT
	row_visit."row",
	row_visit.source,
	'session_number' AS field,
	CASE WHEN taken.derived THEN 'empty' ELSE 'whole number' END AS value_class,
	CASE WHEN taken.derived
		THEN 'session_number is missing, and by its date it would be one that is taken'
		ELSE 'session_number stands twice in one episode: correct it, or give episode_id'
	END AS reason,
	taken.first_visit AS see
FROM taken
JOIN stage.row_visit AS row_visit
	USING (visit)
WHERE taken.later
