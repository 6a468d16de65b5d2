-- one row an episode of the import that goes into the next snapshot, and its first day
CREATE TABLE stage.begun AS
SELECT
	course,
	ordinal,
	min(session_date) AS first_day,
	false AS in_order
FROM stage.placed_apart
WHERE visit NOT IN (SELECT visit FROM stage.refused_visit)
GROUP BY
	course,
	ordinal
UNION ALL
SELECT
	course,
	1 AS ordinal,
	first_day,
	true AS in_order
FROM stage.course
WHERE in_order
