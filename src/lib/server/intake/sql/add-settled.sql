-- appends each course placed anew
INSERT INTO stage.settled
SELECT
	course.course,
	merging_course.course AS merging_course,
	merging_course.course NOT IN (SELECT course FROM stage.merging.clash) AS sound
FROM stage.merging.course AS merging_course
JOIN stage.course AS course
	ON course.patient_id = merging_course.patient_id
	AND course.condition = merging_course.condition
	AND course.course_side = merging_course.course_side
	AND course.course_episode = merging_course.course_episode
