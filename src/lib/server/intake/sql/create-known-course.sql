-- one row a course of the published snapshot that the import tells of too, with the visits each knows
CREATE TABLE stage.known_course AS
WITH told AS (
	SELECT
		placed.course,
		any_value(visit.patient_id) AS patient_id,
		any_value(visit.condition) AS condition,
		any_value(visit.side) AS side,
		any_value(visit.episode_id) AS episode_id,
		count(*) AS visits
	FROM stage.placed AS placed
	JOIN stage.visit AS visit
		USING (visit)
	GROUP BY
		placed.course
),
held AS (
	SELECT
		patients.patient_id,
		episodes.condition,
		episodes.side,
		episodes.episode_id,
		sum(episodes.visits) AS visits
	FROM previous.episodes AS episodes
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
	held.visits AS held
FROM told
JOIN held
	ON held.patient_id = told.patient_id
	AND held.condition = told.condition
	AND held.side IS NOT DISTINCT FROM told.side
	AND held.episode_id IS NOT DISTINCT FROM told.episode_id
