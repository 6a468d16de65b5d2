-- one row an episode of the next snapshot with dates: one of its visits on its first day, and that day, shifted
CREATE TABLE stage.anchor AS
WITH begun AS (
	SELECT
		course,
		ordinal,
		min(visit) AS visit,
		any_value(session_date) AS first_day
	FROM stage.session
	WHERE day_offset = 0
		AND session_date IS NOT NULL
	GROUP BY
		course,
		ordinal
)
SELECT
	begun.visit,
	((begun.first_day - DATE '1970-01-01' + day_mask(course.patient_id, course.condition, course.course_side, course.course_episode, begun.ordinal)) % 4294967296)::UINTEGER AS anchor,
	$keyId AS anchor_key
FROM begun
JOIN stage.course AS course
	USING (course)
