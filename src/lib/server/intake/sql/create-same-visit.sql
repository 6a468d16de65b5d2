-- one row a record that shares its visit with another: kept, duplicate of an earlier one, or in conflict with it;
-- without dates, a number 1 after a higher one begins a new episode, and what follows is another visit
CREATE TABLE stage.same_visit AS
WITH shared AS (
	SELECT
		visit_hash
	FROM stage.typed
	WHERE valid
	GROUP BY
		visit_hash
	HAVING count(*) > 1
),
undated AS (
	SELECT
		"row",
		patient_id,
		condition,
		side,
		session_number,
		lag(session_number) OVER (PARTITION BY patient_id, condition, side ORDER BY "row") AS number_before
	FROM stage.typed
	WHERE valid AND session_date IS NULL AND episode_id IS NULL
),
restarted AS (
	SELECT
		"row",
		count(*) FILTER (session_number = 1 AND number_before > 1) OVER (PARTITION BY patient_id, condition, side ORDER BY "row") AS restarts
	FROM undated
),
candidate AS (
	SELECT
		typed."row",
		typed.source,
		typed.measure,
		typed.pain,
		typed.content_hash,
		hash(typed.visit_hash, typed.patient_id, typed.condition, typed.side, typed.episode_id, coalesce(restarted.restarts, 0)) AS visit_key
	FROM stage.typed AS typed
	JOIN shared
		USING (visit_hash)
	LEFT JOIN restarted
		USING ("row")
	WHERE typed.valid
),
distinguished AS (
	SELECT
		*,
		row_number() OVER (PARTITION BY visit_key, content_hash ORDER BY "row") > 1 AS repeated
	FROM candidate
),
compared AS (
	SELECT
		"row",
		source,
		visit_key,
		repeated,
		NOT repeated AND (
			row_number() OVER (PARTITION BY visit_key, repeated, measure ORDER BY "row") > 1
			OR coalesce(pain <> first_value(pain IGNORE NULLS) OVER (PARTITION BY visit_key, repeated ORDER BY "row"), false)
		) AS conflicting
	FROM distinguished
)
SELECT
	"row",
	source,
	first_value("row") OVER (PARTITION BY visit_key ORDER BY "row") AS visit,
	CASE
		WHEN repeated THEN 'duplicate'
		WHEN conflicting THEN 'conflict'
		ELSE 'kept'
	END AS fate
FROM compared
