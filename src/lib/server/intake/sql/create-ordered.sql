-- one row a visit, in the order of its course (one patient, condition, side and, where given, episode)
CREATE TABLE stage.ordered AS
WITH course AS (
	SELECT
		row_number() OVER () AS course,
		patient_id,
		condition,
		coalesce(side, '') AS course_side,
		coalesce(episode_id, '') AS course_episode,
		count(*) = count(session_date) AS dated,
		count(session_number) > 0 AS numbered,
		count(*) = count(DISTINCT session_number) AS unique_numbers
	FROM stage.visit
	GROUP BY
		patient_id,
		condition,
		course_side,
		course_episode
)
SELECT
	visit.visit,
	course.course,
	course.dated,
	course.numbered,
	visit.episode_id IS NOT NULL AS named,
	visit.session_date,
	visit.session_number,
	visit.discharge_reason,
	row_number() OVER (
		PARTITION BY course.course
		ORDER BY
			CASE WHEN course.dated THEN visit.session_date END,
			CASE WHEN course.dated OR course.unique_numbers THEN visit.session_number END,
			CASE WHEN course.dated THEN visit.session_id END,
			visit.visit
	) AS place
FROM stage.visit AS visit
JOIN course
	ON course.patient_id = visit.patient_id
	AND course.condition = visit.condition
	AND course.course_side = coalesce(visit.side, '')
	AND course.course_episode = coalesce(visit.episode_id, '')
