-- appends the visits of the published snapshot whose course this import does not tell anew; their visit number is negative
INSERT INTO stage.session_apart BY NAME
SELECT
	-1 - session.held AS visit,
	false AS alone,
	kept_course.course,
	episode.ordinal,
	session.session_number,
	session.number_told,
	session.day_offset,
	left(session.period, $length::INTEGER) AS period
FROM stage.known_session AS session
JOIN stage.known_episode AS episode
	USING (episode_key)
JOIN stage.kept_course AS kept_course
	USING (episode_key)
