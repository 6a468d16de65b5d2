-- one row an episode of the next snapshot with dates: one of its visits on its first day, and that day, shifted
CREATE TABLE stage.anchor AS
WITH begun AS (
	SELECT
		min(visit) AS visit,
		any_value(session_date) AS first_day,
		patient_id,
		condition,
		coalesce(side, '') AS course_side,
		coalesce(episode_id, '') AS course_episode,
		ordinal
	FROM stage.session
	WHERE day_offset = 0
		AND session_date IS NOT NULL
	GROUP BY
		patient_id,
		condition,
		course_side,
		course_episode,
		ordinal
)
SELECT
	*,
	((first_day - DATE '1970-01-01' + day_mask(patient_id, condition, course_side, course_episode, ordinal)) % 4294967296)::UINTEGER AS anchor,
	$keyId AS anchor_key
FROM begun
