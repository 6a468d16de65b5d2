-- one row a visit of the next snapshot: its episode and session number there
CREATE TABLE stage.keyed AS
SELECT
	session.visit,
	session.alone,
	episode.episode_key,
	session.session_number,
	session.number_told,
	session.day_offset,
	session.period
FROM stage.session AS session
JOIN stage.episode AS episode
	ON episode.patient_id = session.patient_id
	AND episode.condition = session.condition
	AND episode.side IS NOT DISTINCT FROM session.side
	AND episode.episode_id IS NOT DISTINCT FROM session.episode_id
	AND episode.ordinal = session.ordinal
