-- one row an episode of the published snapshot whose course the import tells of: the day it began on, null where that cannot be read back
CREATE TABLE stage.touched AS
SELECT
	course.course,
	episodes.episode_key,
	episodes.ordinal,
	DATE '1970-01-01' + ((anchor.anchor::BIGINT - day_mask(course.patient_id, course.condition, course.course_side, course.course_episode, episodes.ordinal)
		+ 4294967296) % 4294967296)::INTEGER AS first_day
FROM stage.known_episode AS episodes
JOIN stage.course AS course
	ON course.patient_id = episodes.patient_id
	AND course.condition = episodes.condition
	AND course.course_side = coalesce(episodes.side, '')
	AND course.course_episode = coalesce(episodes.episode_id, '')
LEFT JOIN stage.known_anchor AS anchor
	ON anchor.episode_key = episodes.episode_key
	AND anchor.anchor_key = $keyId
