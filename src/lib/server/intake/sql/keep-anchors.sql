-- appends the shifted first days of the episodes that stay
INSERT INTO stage.anchor BY NAME
SELECT
	min(-1 - known_session.held) AS visit,
	any_value(known_anchor.anchor) AS anchor,
	any_value(known_anchor.anchor_key) AS anchor_key
FROM stage.known_anchor AS known_anchor
JOIN stage.known_session AS known_session
	USING (episode_key)
ANTI JOIN stage.taken AS taken
	ON taken.episode_key = known_anchor.episode_key
WHERE known_session.day_offset = 0
GROUP BY
	known_anchor.episode_key
