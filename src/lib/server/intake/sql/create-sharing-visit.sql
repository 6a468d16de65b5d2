-- one row a visit of a course with records that share a visit
CREATE VIEW stage.sharing.visit AS
SELECT
	visit.*
FROM stage.main.visit AS visit
SEMI JOIN stage.main.shared_course AS course
	ON course.patient_id = visit.patient_id
	AND course.treated_for = hash(visit.condition, coalesce(visit.side, ''), coalesce(visit.episode_id, ''))
