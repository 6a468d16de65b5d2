-- one row a course with records that share a visit
CREATE TABLE stage.shared_course AS
SELECT DISTINCT
	course.course,
	course.patient_id,
	course.treated_for
FROM stage.same_visit AS same_visit
JOIN stage.typed AS typed
	USING ("row")
JOIN stage.course AS course
	ON course.patient_id = typed.patient_id
	AND course.treated_for = hash(typed.condition::VARCHAR, coalesce(typed.side::VARCHAR, ''), coalesce(typed.episode_id, ''))
