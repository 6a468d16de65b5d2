-- appends each visit of the import whose session_id the published snapshot keeps in another course of the patient
INSERT INTO stage.flagged
WITH kept AS (
	SELECT
		episode.patient_id,
		session.session_id
	FROM stage.known_episode AS episode
	SEMI JOIN stage.course AS course
		ON course.patient_id = episode.patient_id
	ANTI JOIN stage.taken AS taken
		ON taken.episode_key = episode.episode_key
	JOIN stage.known_session AS session
		ON session.episode_key = episode.episode_key
	WHERE session.session_id IS NOT NULL
)
SELECT DISTINCT ON (visit.visit)
	'the warehouse keeps this session_id under another condition, side or episode_id: if that was corrected, the visit counts twice; import everything into a new folder (--warehouse DIR)' AS rule,
	'session_id' AS field,
	visit.source,
	visit.visit AS "row"
FROM kept
JOIN stage.visit AS visit
	ON visit.patient_id = kept.patient_id
	AND visit.session_id = kept.session_id
SEMI JOIN stage.accepted AS accepted
	ON accepted.visit = visit.visit
