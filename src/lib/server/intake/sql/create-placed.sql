-- one row a visit: the episode of its course it belongs to, and its session number there
CREATE TABLE stage.placed AS
WITH compared AS (
	SELECT
		*,
		lag(discharge_reason) OVER course_order AS discharged_before,
		lag(session_date) OVER course_order AS date_before,
		last_value(session_number IGNORE NULLS) OVER (
			PARTITION BY course
			ORDER BY place
			ROWS BETWEEN UNBOUNDED PRECEDING AND 1 PRECEDING
		) AS number_before
	FROM stage.ordered
	WINDOW course_order AS (PARTITION BY course ORDER BY place)
),
divided AS (
	SELECT
		*,
		count(*) FILTER (
			NOT named
			AND (
				discharged_before IS NOT NULL
				OR session_number < number_before
				OR (session_number = 1 AND number_before = 1)
				OR (NOT numbered AND session_date - date_before > $gap::INTEGER)
			)
		) OVER (PARTITION BY course ORDER BY place) + 1 AS ordinal
	FROM compared
),
counted AS (
	SELECT
		*,
		count(session_number) OVER (PARTITION BY course, ordinal ORDER BY place) AS stretch
	FROM divided
)
SELECT
	visit,
	course,
	ordinal::INTEGER AS ordinal,
	place,
	session_date,
	session_number IS NULL AS derived,
	(
		coalesce(max(session_number) OVER (PARTITION BY course, ordinal, stretch) - 1, 0)
		+ row_number() OVER (PARTITION BY course, ordinal, stretch ORDER BY place)
	)::INTEGER AS session_number
FROM counted
