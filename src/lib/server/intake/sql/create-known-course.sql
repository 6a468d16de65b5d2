-- one row a course of the published snapshot that the import tells of too, with the visits each knows and whether both begin alike
CREATE TABLE stage.known_course AS
WITH told AS (
	SELECT
		placed.course,
		any_value(visit.patient_id) AS patient_id,
		any_value(visit.condition) AS condition,
		any_value(visit.side) AS side,
		any_value(visit.episode_id) AS episode_id,
		count(*) AS visits,
		strftime(min(placed.session_date), '%Y-%m') AS first_period,
		min(placed.session_number) AS first_number
	FROM stage.placed AS placed
	JOIN stage.visit AS visit
		USING (visit)
	ANTI JOIN stage.refused AS refused
		ON refused."row" = placed.visit
	GROUP BY
		placed.course
),
held AS (
	SELECT
		patients.patient_id,
		episodes.condition,
		episodes.side,
		episodes.episode_id,
		count(*) AS visits,
		min(sessions.period) AS first_period,
		min(sessions.session_number) AS first_number
	FROM previous.sessions AS sessions
	JOIN previous.episodes AS episodes
		USING (episode_key)
	JOIN previous.patients AS patients
		USING (patient_key)
	GROUP BY
		patients.patient_id,
		episodes.condition,
		episodes.side,
		episodes.episode_id
)
SELECT
	told.course,
	told.patient_id,
	told.condition,
	told.side,
	told.episode_id,
	told.visits AS told,
	held.visits AS held,
	told.visits >= held.visits
	AND told.first_number <= held.first_number
	AND coalesce(left(told.first_period, length(held.first_period)) <= held.first_period, true) AS whole
FROM told
JOIN held
	ON held.patient_id = told.patient_id
	AND held.condition = told.condition
	AND held.side IS NOT DISTINCT FROM told.side
	AND held.episode_id IS NOT DISTINCT FROM told.episode_id
