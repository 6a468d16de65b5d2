-- one row a visit of the next snapshot, of a course that is not in order: its episode and session number there
CREATE TABLE stage.keyed_apart AS
SELECT
	session.visit,
	session.alone,
	episode.episode_key,
	session.session_number,
	session.number_told,
	session.day_offset,
	session.period
FROM stage.session_apart AS session
JOIN stage.episode AS episode
	USING (course, ordinal)
