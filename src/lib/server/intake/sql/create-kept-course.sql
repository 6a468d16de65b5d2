-- one row an episode of the published snapshot that the import does not tell anew, as a course of its own; named by one of its visits, whose numbers are negative
CREATE TABLE stage.kept_course AS
SELECT
	session.episode_key,
	min(-1 - session.held) AS course
FROM stage.known_session AS session
ANTI JOIN stage.taken AS taken
	USING (episode_key)
GROUP BY
	session.episode_key
