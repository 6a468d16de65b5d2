-- one row a record that shares its visit with another: kept, duplicate of an earlier one, or in conflict with it
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
candidate AS (
	SELECT
		"row",
		source,
		measure,
		pain,
		content_hash,
		hash(visit_hash, patient_id, condition, side, episode_id) AS visit_key
	FROM stage.typed
	JOIN shared
		USING (visit_hash)
	WHERE valid
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
