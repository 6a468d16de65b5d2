-- appends the places of courses that are placed anew
INSERT INTO stage.placed BY NAME
SELECT
	placed.*
FROM stage.merging.placed AS placed
JOIN stage.settled AS settled
	ON settled.merging_course = placed.course
WHERE settled.sound
