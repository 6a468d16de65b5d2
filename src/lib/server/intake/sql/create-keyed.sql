-- one row a visit of the next snapshot: its episode and session number there
CREATE TABLE stage.keyed AS
-- apart, so that visits are never joined to episodes before the patient is known
WITH episode AS MATERIALIZED (
	SELECT
		patients.patient_id,
		episodes.episode_key,
		episodes.condition,
		episodes.side,
		episodes.episode_id,
		episodes.ordinal
	FROM next.episodes AS episodes
	JOIN next.patients AS patients
		USING (patient_key)
)
SELECT
	session.visit,
	episode.episode_key,
	session.session_number
FROM stage.session AS session
JOIN episode
	ON episode.patient_id = session.patient_id
	AND episode.condition = session.condition
	AND episode.side IS NOT DISTINCT FROM session.side
	AND episode.episode_id IS NOT DISTINCT FROM session.episode_id
	AND episode.ordinal = session.ordinal
