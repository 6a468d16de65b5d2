-- appends the shifted first days of the episodes that stay
INSERT INTO stage.anchor BY NAME
SELECT
	min(session.visit) AS visit,
	any_value(session.patient_id) AS patient_id,
	any_value(session.condition) AS condition,
	coalesce(any_value(session.side), '') AS course_side,
	coalesce(any_value(session.episode_id), '') AS course_episode,
	any_value(session.ordinal) AS ordinal,
	any_value(known_anchor.anchor) AS anchor,
	any_value(known_anchor.anchor_key) AS anchor_key
FROM stage.known_anchor AS known_anchor
JOIN stage.known_session AS known_session
	USING (episode_key)
JOIN stage.session AS session
	ON session.visit = -1 - known_session.held
ANTI JOIN stage.taken AS taken
	ON taken.episode_key = known_anchor.episode_key
WHERE known_session.day_offset = 0
GROUP BY
	known_anchor.episode_key
