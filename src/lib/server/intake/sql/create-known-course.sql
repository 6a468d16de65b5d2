-- one row a course that both the import and the published snapshot tell of: how many visits each knows, and whether the import tells it from its beginning
CREATE TABLE stage.known_course AS
WITH told AS (
	SELECT
		course,
		count(*)::INTEGER AS visits,
		max(ordinal) AS episodes,
		strftime(min(session_date), '%Y-%m') AS first_period,
		min(place) AS first_number
	FROM stage.told
	GROUP BY
		course
),
held AS (
	SELECT
		course,
		count(*)::INTEGER AS visits,
		max(ordinal) AS episodes,
		min(period) AS first_period,
		min(place) AS first_number,
		bool_and(readable) AS readable
	FROM stage.held
	GROUP BY
		course
)
SELECT
	course,
	told.visits AS told,
	held.visits AS held,
	told.episodes = 1 AND held.episodes = 1 AS single,
	held.readable,
	told.visits >= held.visits
	AND told.first_number <= held.first_number
	AND coalesce(left(told.first_period, length(held.first_period)) <= held.first_period, true) AS whole
FROM told
JOIN held
	USING (course)
