-- one row an episode of the next snapshot with dates: its first day, shifted
CREATE TABLE stage.anchor AS
SELECT
	begun.course,
	begun.ordinal,
	((begun.first_day - DATE '1970-01-01' + day_mask(course.patient_id, course.condition, course.course_side, course.course_episode, begun.ordinal)) % 4294967296)::UINTEGER AS anchor,
	$keyId AS anchor_key
FROM stage.begun AS begun
JOIN stage.course AS course
	USING (course)
WHERE begun.first_day IS NOT NULL
