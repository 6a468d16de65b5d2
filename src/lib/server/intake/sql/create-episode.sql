-- one row an episode of the next snapshot: what it is known by, and its number there
CREATE TABLE stage.episode AS
WITH episode AS (
	SELECT DISTINCT
		patient_id,
		condition,
		side,
		episode_id,
		ordinal
	FROM stage.session
)
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
	episode.patient_id,
	episode.condition,
	episode.side,
	episode.episode_id,
	episode.ordinal
FROM episode
JOIN next.patients AS patients
	USING (patient_id)
