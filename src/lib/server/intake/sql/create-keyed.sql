-- one row a visit of the next snapshot: its episode and session number there
CREATE TABLE stage.keyed AS
SELECT
	session.visit,
	episodes.episode_key,
	session.session_number
FROM stage.session AS session
JOIN next.patients AS patients
	USING (patient_id)
JOIN next.episodes AS episodes
	ON episodes.patient_key = patients.patient_key
	AND episodes.condition = session.condition
	AND episodes.side IS NOT DISTINCT FROM session.side
	AND episodes.episode_id IS NOT DISTINCT FROM session.episode_id
	AND episodes.ordinal = session.ordinal
