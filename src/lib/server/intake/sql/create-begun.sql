-- one row an episode of the import that goes into the next snapshot: one of its visits, and its first day
CREATE TABLE stage.begun AS
SELECT
	course,
	ordinal,
	min(visit) AS visit,
	min(session_date) AS first_day
FROM stage.placed
WHERE visit NOT IN (SELECT visit FROM stage.refused_visit)
GROUP BY
	course,
	ordinal
