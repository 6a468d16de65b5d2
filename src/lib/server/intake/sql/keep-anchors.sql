-- appends the shifted first days of the episodes that stay
INSERT INTO stage.anchor BY NAME
SELECT
	kept_course.course,
	known_episode.ordinal,
	known_anchor.anchor,
	known_anchor.anchor_key
FROM stage.known_anchor AS known_anchor
JOIN stage.kept_course AS kept_course
	USING (episode_key)
JOIN stage.known_episode AS known_episode
	USING (episode_key)
