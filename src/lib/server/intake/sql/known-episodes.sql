-- one row an episode of the published snapshot
CREATE VIEW stage.known_episode AS
SELECT
	episodes.episode_key,
	patients.patient_id,
	episodes.condition,
	episodes.side,
	episodes.episode_id,
	episodes.ordinal
FROM previous.episodes AS episodes
JOIN previous.patients AS patients
	USING (patient_key)
