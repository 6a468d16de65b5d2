-- one row an episode of the next snapshot: what it is known by, and its number there; told_of where its course is in order
CREATE TABLE stage.episode AS
SELECT
	row_number() OVER (
		ORDER BY
			episode.condition,
			patients.patient_key,
			episode.side,
			episode.episode_id,
			episode.ordinal
	)::INTEGER AS episode_key,
	patients.patient_key,
	episode.course,
	episode.patient_id,
	episode.condition,
	episode.side,
	episode.episode_id,
	episode.ordinal,
	episode.told_of,
	episode.first_day
FROM stage.told_episode AS episode
JOIN next.patients AS patients
	USING (patient_id)
