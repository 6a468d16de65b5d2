-- one row an episode of the next snapshot: what it is known by; told_of where its course is in order
CREATE TABLE stage.told_episode AS
SELECT
	begun.course,
	begun.ordinal,
	course.patient_id,
	course.condition,
	nullif(course.course_side, '') AS side,
	nullif(course.course_episode, '') AS episode_id,
	CASE WHEN begun.in_order THEN course.told_of END AS told_of,
	begun.first_day
FROM stage.begun AS begun
JOIN stage.course AS course
	USING (course)
UNION ALL
SELECT
	kept_course.course,
	episode.ordinal,
	episode.patient_id,
	episode.condition,
	episode.side,
	episode.episode_id,
	NULL AS told_of,
	NULL AS first_day
FROM stage.kept_course AS kept_course
JOIN stage.known_episode AS episode
	USING (episode_key)
