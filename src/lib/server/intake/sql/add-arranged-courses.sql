-- appends the courses that are placed anew
INSERT INTO stage.course BY NAME
SELECT
	course.*
FROM stage.merging.course AS course
JOIN stage.settled AS settled
	ON settled.merging_course = course.course
WHERE settled.sound
